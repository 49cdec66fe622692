/**
 * `deno task doc:lint`: `deno doc --lint` over the sources of every package.
 *
 * One kind of finding is passed over: that a public function names a type which
 * is not exported beside it. In the service it must be one of Hono's types,
 * elsewhere it is mostly one of the service's or of TensorFlow.js's.
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
    // It resolves imports by the configuration found here, not by --config.
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

/** Findings about types of Hono, which are not ours to export. */
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
