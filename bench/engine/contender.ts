/**
 * What every engine in the benchmark offers, and which there are.
 *
 * Each is imported only when it is measured, so that the time to load it counts
 * what it needs and nothing else.
 *
 * @module
 */

import type { QuantizedModel } from "../../src/network/quantized.ts";

/** Reads `count` images of 784 bytes and gives ten logits for each. */
export type Run = (
  images: Uint8Array,
  count: number,
) => Float32Array | Promise<Float32Array>;

/** Loads a model; the time that takes is measured. */
export type Load = (model: QuantizedModel) => Run | Promise<Run>;

/** Every engine by the name that the table gives it. */
export const CONTENDERS: Readonly<Record<string, () => Promise<Load>>> = {
  "ours, relaxed SIMD": async () => (await import("./ours.ts")).relaxed,
  "ours, plain SIMD": async () => (await import("./ours.ts")).plain,
  "onnxruntime-node, float": async () => (await import("./ort_node.ts")).float,
  "onnxruntime-node, int8": async () => (await import("./ort_node.ts")).int8,
  "onnxruntime-web, float": async () => (await import("./ort_web.ts")).float,
  "onnxruntime-web, int8": async () => (await import("./ort_web.ts")).int8,
  "TensorFlow.js WASM": async () => (await import("./tfjs.ts")).load,
};
