/**
 * `deno task doc:lint`: `deno doc --lint` over the sources of every package.
 *
 * One kind of finding is ignored: that a public function refers to a type that
 * its module does not export. In the service only Hono's types are ignored;
 * elsewhere it is mostly a type of the service or of TensorFlow.js.
 *
 * @module
 */

import { dirname, resolve } from "node:path";
import { type Package, PACKAGES, sourcesOf } from "./packages.ts";

/** Lints a package and returns the findings, one text each. */
async function findings(member: Package): Promise<string[]> {
  const { config } = member;
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["doc", "--lint", "--quiet"],
      ...sourcesOf(member).map((path) => resolve(path)),
    ],
    // It resolves imports with the configuration found here, not with --config.
    cwd: dirname(resolve(config)),
    env: { NO_COLOR: "1" },
    stdout: "null",
  }).output();
  const printed = new TextDecoder().decode(stderr);
  const texts = printed.split(/(?=^error\[)/m)
    .filter((text) => text.startsWith("error["));
  if (!success && texts.length === 0) throw new Error(printed);
  return texts;
}

/** Findings about Hono's types, which the service does not export. */
const HONO_TYPE =
  /^error\[private-type-ref\].* references private type '(Hono|Context|Handler|MiddlewareHandler|ErrorHandler)'/;

/** Findings about types of any package. */
const ANY_TYPE = /^error\[private-type-ref\]/;

let count = 0;
for (const member of PACKAGES) {
  const allowed = member.name === "service" ? HONO_TYPE : ANY_TYPE;
  for (const text of await findings(member)) {
    if (allowed.test(text)) continue;
    console.error(text);
    count++;
  }
}
console.log(`${count} findings`);
Deno.exit(count === 0 ? 0 : 1);
