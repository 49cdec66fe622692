import assert from "node:assert/strict";
import { selectBuild } from "../../src/engine/select.ts";
import { ENGINE_MODULES } from "./modules.ts";

for (const [build, module] of ENGINE_MODULES) {
  Deno.test(`${build}.wasm imports a memory and exports run()`, () => {
    assert.deepEqual(WebAssembly.Module.imports(module), [
      { module: "env", name: "memory", kind: "memory" },
    ]);
    assert.deepEqual(WebAssembly.Module.exports(module), [
      { name: "run", kind: "function" },
    ]);
  });
}

Deno.test("selectBuild() probes the runtime with a relaxed dot product", () => {
  assert.equal(selectBuild(), "relaxed");
  assert.equal(selectBuild(() => false), "plain");
  selectBuild((module) => {
    assert.ok(WebAssembly.validate(module));
    return true;
  });
});
