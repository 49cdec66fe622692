/**
 * `deno task doc:lint`: `deno doc --lint` over every module of ours.
 *
 * One kind of finding is passed over: that a public function names a type which
 * is not exported beside it. In train/ it is always one of TensorFlow.js's
 * tensors, in src/ it must be one of Hono's types, which are not ours to export.
 *
 * @module
 */

import { ourModules } from "./our_modules.ts";

/** Lints and gives the findings, one text each. */
async function findings(paths: readonly string[]): Promise<string[]> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--lint", "--quiet", ...paths],
    env: { NO_COLOR: "1" },
    stdout: "null",
  }).output();
  const printed = new TextDecoder().decode(stderr);
  const texts = printed.split(/(?=^error\[)/m)
    .filter((text) => text.startsWith("error["));
  if (!success && texts.length === 0) throw new Error(printed);
  return texts;
}

const HONO_TYPE =
  /^error\[private-type-ref\].* references private type '(Hono|Context|Handler|MiddlewareHandler|ErrorHandler)'/;

const all = [
  ...(await findings(["main.ts", ...ourModules(["src"])]))
    .filter((text) => !HONO_TYPE.test(text)),
  ...(await findings(ourModules(["train"])))
    .filter((text) => !text.startsWith("error[private-type-ref]")),
];
for (const text of all) console.error(text);
console.log(`${all.length} findings`);
Deno.exit(all.length === 0 ? 0 : 1);
