import assert from "node:assert/strict";
import {
  compileKernels,
  ENGINE_FOLDER,
  MAX_MODULE_BYTES,
} from "../../src/engine/build.ts";
import { selectBuild } from "../../src/engine/select.ts";

for (const build of ["relaxed", "plain"] as const) {
  Deno.test(`compileKernels() gives the committed ${build}.wasm`, async () => {
    const committed = await Deno.readFile(
      new URL(`${build}.wasm`, ENGINE_FOLDER),
    );
    assert.ok(
      committed.length <= MAX_MODULE_BYTES,
      `${committed.length} bytes`,
    );
    assert.deepEqual(await compileKernels(build), committed);
    const module = new WebAssembly.Module(committed);
    assert.deepEqual(WebAssembly.Module.imports(module), [
      { module: "env", name: "memory", kind: "memory" },
    ]);
    assert.deepEqual(WebAssembly.Module.exports(module), [
      { name: "run", kind: "function" },
    ]);
  });
}

Deno.test("selectBuild() asks the runtime about a relaxed dot product", () => {
  assert.equal(selectBuild(), "relaxed");
  assert.equal(selectBuild(() => false), "plain");
  selectBuild((module) => {
    assert.ok(WebAssembly.validate(module));
    return true;
  });
});
