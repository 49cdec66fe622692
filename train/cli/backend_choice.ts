/**
 * Which backend serves a machine best.
 *
 * @module
 */

import type { BackendName } from "./options.ts";

/**
 * WebGPU where there is a hardware adapter, else WASM. A software adapter
 * computes on the same cores as WASM, only slower, so it has to be asked for
 * by name.
 *
 * @param gpu Where adapters are asked for; by default the runtime's.
 */
export async function chooseBackend(
  gpu: Pick<GPU, "requestAdapter"> | undefined = navigator.gpu,
): Promise<BackendName> {
  const adapter = await gpu?.requestAdapter();
  if (!adapter) return "wasm";
  const { isFallbackAdapter, description, device } = adapter.info;
  const isSoftware = isFallbackAdapter ||
    SOFTWARE.test(`${description} ${device}`);
  return isSoftware ? "wasm" : "webgpu";
}

/** Names of software renderers that may not say they are fallbacks. */
const SOFTWARE = /llvmpipe|lavapipe|swiftshader|softpipe|software/i;
