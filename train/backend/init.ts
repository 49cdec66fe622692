/**
 * Selects a TensorFlow.js backend and, on WASM, registers the training kernels.
 * The caller decides which backend suits the machine.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { registerBatchNormActivation } from "./ops/batch_norm_activation.ts";
import { registerBiasActivation } from "./ops/bias_activation.ts";
import { registerPixelShuffle } from "./ops/pixel_shuffle.ts";
import { registerPooling } from "./ops/pooling.ts";
import { registerSoftmaxCrossEntropy } from "./ops/softmax_cross_entropy.ts";
import { registerUpdates } from "./ops/updates.ts";
import { registerSecondOrderGradients } from "./standard/gradients.ts";
import { registerStandardKernels } from "./standard/register.ts";
import type { BackendName } from "./names.ts";
import { openDevice, type WasmBackend } from "./wasm.ts";
import { startWebGpu } from "./webgpu.ts";

/**
 * Makes a backend current; on WASM, registers the training kernels.
 *
 * Works in a Worker too; each has its own backend and memory. Calling it again
 * only switches.
 *
 * @throws {Error} if the backend cannot start, for example WebGPU without an
 *   adapter.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "./init.ts";
 * import assert from "node:assert/strict";
 *
 * await initBackend("wasm");
 * const product = tf.matMul([[1, 2]], [[3], [4]]);
 * assert.deepEqual([...product.dataSync()], [11]);
 * ```
 */
export async function initBackend(name: BackendName): Promise<void> {
  if (name === "wasm") {
    const entry = import.meta.resolve("@tensorflow/tfjs-backend-wasm");
    setWasmPaths(new URL("./", entry).pathname);
  }
  if (name === "webgpu") {
    await startWebGpu();
  } else if (!(await tf.setBackend(name))) {
    throw new Error(`the ${name} backend of TensorFlow.js did not start`);
  }
  registerSecondOrderGradients();
  // Registered once: the kernels are bound to the only backend of this name.
  if (name !== "wasm" || tf.getKernel("InklingAdam", "wasm")) return;
  const device = await openDevice(tf.backend() as unknown as WasmBackend);
  registerStandardKernels(device);
  registerBatchNormActivation(device);
  registerBiasActivation(device);
  registerPixelShuffle(device);
  registerPooling(device);
  registerSoftmaxCrossEntropy(device);
  registerUpdates(device);
}
