/**
 * Starts TensorFlow.js's WebGPU backend, and distinguishes graphics hardware
 * from software renderers. The caller decides which backend suits the machine.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { registerPlainProduct } from "./webgpu_product.ts";

/** Source of adapters. */
export type AdapterSource = Pick<GPU, "requestAdapter">;

/**
 * Names of software renderers that may not identify themselves as fallbacks.
 */
const SOFTWARE = /llvmpipe|lavapipe|swiftshader|softpipe|software/i;

/**
 * The adapter that TensorFlow.js will use, or null if there is none.
 *
 * @param gpu The runtime's by default.
 */
export async function findAdapter(
  gpu: AdapterSource | undefined = navigator.gpu,
): Promise<GPUAdapter | null> {
  const options = { powerPreference: "high-performance" } as const;
  return await gpu?.requestAdapter(options) ?? null;
}

/**
 * Whether an adapter computes on the processor's cores.
 *
 * @example
 * ```ts
 * import { isSoftware } from "./webgpu.ts";
 * import assert from "node:assert/strict";
 *
 * const info = { isFallbackAdapter: false, description: "llvmpipe", device: "" };
 * assert.equal(isSoftware(info), true);
 * ```
 */
export function isSoftware(
  { isFallbackAdapter, description, device }: Pick<
    GPUAdapterInfo,
    "isFallbackAdapter" | "description" | "device"
  >,
): boolean {
  return isFallbackAdapter || SOFTWARE.test(`${description} ${device}`);
}

/**
 * Makes WebGPU the current backend. On a software adapter, matrix products get
 * their own shader; on hardware everything is TensorFlow.js's.
 *
 * A later device error (in a shader, or out of memory) is thrown uncaught,
 * which ends the thread; otherwise results would be silently wrong.
 *
 * @param gpu Where to look for an adapter first; the runtime's by default.
 * @throws {Error} if there is no adapter, or its device does not open.
 */
export async function startWebGpu(
  gpu: AdapterSource | undefined = navigator.gpu,
): Promise<void> {
  const adapter = await findAdapter(gpu);
  if (adapter === null) {
    throw new Error(
      "WebGPU found no adapter on this machine: no GPU, or no driver for it " +
        "(Vulkan, Metal or Direct3D 12). --backend wasm runs everywhere.",
    );
  }
  await import("@tensorflow/tfjs-backend-webgpu");
  if (!(await tf.setBackend("webgpu"))) {
    throw new Error(
      `TensorFlow.js's WebGPU backend did not start on the adapter ` +
        `"${adapter.info.description}". --backend wasm runs everywhere.`,
    );
  }
  if (isSoftware(adapter.info)) registerPlainProduct();
  const { device } = tf.backend() as WebGPUBackend;
  device.addEventListener("uncapturederror", throwUncaught);
}

function throwUncaught(event: Event): never {
  const { message } = (event as GPUUncapturedErrorEvent).error;
  throw new Error(`WebGPU: ${message.trim()}`);
}
