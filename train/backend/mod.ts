/**
 * Training on TensorFlow.js at native speed: kernels for its WASM backend, and
 * the fused ops that the networks use. Every op also runs on the other
 * backends, as a composition of plain ops.
 *
 * @module
 */

export { initBackend } from "./init.ts";
export type { BackendName } from "./names.ts";
export {
  batchNormActivation,
  type BatchNormResult,
} from "./ops/batch_norm_activation.ts";
export { biasActivation } from "./ops/bias_activation.ts";
export { copyIn, copyOut } from "./ops/copy.ts";
export { pixelShuffle } from "./ops/pixel_shuffle.ts";
export { globalAveragePool, maxPool2 } from "./ops/pooling.ts";
export { softmaxCrossEntropy } from "./ops/softmax_cross_entropy.ts";
export { type AdamOptions, adamUpdate, emaUpdate } from "./ops/updates.ts";
