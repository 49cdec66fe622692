import assert from "node:assert/strict";
import {
  compileAssemblyScript,
  KERNEL_OPTIONS,
} from "../../tools/assemblyscript.ts";

const DOUBLE = new Map([
  [
    "main.ts",
    'import { factor } from "./factor"; ' +
    "export function scale(x: i32): i32 { return factor() * x; }",
  ],
  ["factor.ts", "export function factor(): i32 { return 2; }"],
]);

Deno.test("compileAssemblyScript() compiles sources that import each other", async () => {
  const module = await compileAssemblyScript(DOUBLE, "main.ts", [
    "--runtime=stub",
  ]);
  const { instance } = await WebAssembly.instantiate(module);
  const scale = instance.exports.scale as (x: number) => number;
  assert.equal(scale(21), 42);
});

Deno.test("compileAssemblyScript() with KERNEL_OPTIONS makes a module that imports its memory", async () => {
  const module = await compileAssemblyScript(DOUBLE, "main.ts", KERNEL_OPTIONS);
  assert.deepEqual(
    WebAssembly.Module.imports(new WebAssembly.Module(module)),
    [{ module: "env", name: "memory", kind: "memory" }],
  );
});

Deno.test("compileAssemblyScript() reports what does not compile", async () => {
  const broken = new Map([[
    "main.ts",
    "export function f(): i32 { return y; }",
  ]]);
  await assert.rejects(compileAssemblyScript(broken, "main.ts", []), {
    name: "SyntaxError",
    message: /^main\.ts does not compile: [^]*Cannot find name 'y'/,
  });
});

Deno.test("compileAssemblyScript() names the missing source", async () => {
  const folder = new URL("./no_such_folder/", import.meta.url);
  await assert.rejects(compileAssemblyScript(folder, "main.ts", []), {
    name: "SyntaxError",
    message: /File 'main\.ts' not found/,
  });
});
