/**
 * Chooses the fastest backend for a machine.
 *
 * @module
 */

import {
  type AdapterSource,
  findAdapter,
  isSoftware,
} from "../backend/webgpu.ts";
import type { BackendName } from "../backend/names.ts";

/**
 * WebGPU where there is a hardware adapter, else WASM. A software adapter
 * computes on the same cores as WASM, only slower, so it is used only if named.
 *
 * @param gpu Where adapters come from; by default the runtime's.
 */
export async function chooseBackend(
  gpu: AdapterSource | undefined = navigator.gpu,
): Promise<BackendName> {
  const adapter = await findAdapter(gpu);
  return adapter === null || isSoftware(adapter.info) ? "wasm" : "webgpu";
}
