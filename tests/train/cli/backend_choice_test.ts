import assert from "node:assert/strict";
import { chooseBackend } from "../../../train/cli/backend_choice.ts";

/** A GPU interface that offers one adapter, or none. */
function offering(
  info: Partial<GPUAdapterInfo> | null,
): Pick<GPU, "requestAdapter"> {
  const adapter = info === null ? null : { info } as GPUAdapter;
  return { requestAdapter: () => Promise.resolve(adapter) };
}

Deno.test("chooseBackend() chooses WebGPU only on hardware", async () => {
  const cases: [Partial<GPUAdapterInfo> | null, string][] = [
    [null, "wasm"],
    [
      { isFallbackAdapter: false, description: "NVIDIA A10", device: "" },
      "webgpu",
    ],
    [
      { isFallbackAdapter: true, description: "NVIDIA A10", device: "" },
      "wasm",
    ],
    [{
      isFallbackAdapter: false,
      description: "llvmpipe (LLVM 15)",
      device: "",
    }, "wasm"],
    [{
      isFallbackAdapter: false,
      description: "",
      device: "SwiftShader Device",
    }, "wasm"],
  ];
  for (const [info, backend] of cases) {
    assert.equal(
      await chooseBackend(offering(info)),
      backend,
      JSON.stringify(info),
    );
  }
});
