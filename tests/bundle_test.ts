import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { bundleService, eagerFunctions, readScripts } from "../src/bundle.ts";

Deno.test("bundleService() gives the committed bundle/", async () => {
  const folder = fileURLToPath(new URL("../bundle/", import.meta.url));
  assert.deepEqual(
    await readScripts(folder),
    await bundleService(),
    "regenerate it with: deno task build:server",
  );
});

/** Modules as they are, and as they become, each on a line a statement. */
const CASES: readonly [string, string[]][] = [
  ["", [""]],
  ["let a = 1;", ["let a = 1;", ""]],
  ["a(); function a() {}", ["const a=(function a() {});", "a();", ""]],
  ["async function* a() {}", ["const a=(async function* a() {});", ""]],
  ["function a() { function b() {} }", [
    "const a=(function a() { function b() {} });",
    "",
  ]],
  ["let a = b => c => b + c;", ["let a = (b => (c => b + c));", ""]],
  ["f(async () => {}, { g() {} });", ["f((async () => {}), { g() {} });", ""]],
  ['let c = 1; function a() {} import "x";', [
    'import "x";',
    "const a=(function a() {});",
    "let c = 1;",
    "",
  ]],
];

for (const [text, lines] of CASES) {
  Deno.test(`eagerFunctions() rewrites ${JSON.stringify(text)}`, () => {
    assert.equal(eagerFunctions(text), lines.join("\n"));
  });
}

Deno.test("eagerFunctions() refuses what is no module", () => {
  assert.throws(() => eagerFunctions("function ("), SyntaxError);
});
