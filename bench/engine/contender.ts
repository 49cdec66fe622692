/**
 * What every engine in the benchmark offers, and which there are.
 *
 * Each is imported only when it is measured, so that the time to load it counts
 * what it needs and nothing else.
 *
 * @module
 */

import type { QuantizedModel } from "../../src/network/quantized.ts";

/**
 * Runs a network on `count` inputs that lie one after another: a recognizer's
 * are images of 784 bytes, and it gives ten logits for each.
 */
export type Run = (
  inputs: Uint8Array,
  count: number,
) => Float32Array | Uint8Array | Promise<Float32Array>;

/** An engine. */
export interface Contender {
  /** Loads a model; the time that takes is measured. */
  readonly load: (model: QuantizedModel) => Run | Promise<Run>;
  /**
   * Files that a program on this system ships to run it: scripts, minified
   * where its package has them so, WebAssembly, libraries. A folder, ending
   * with a slash, stands for what is in it.
   */
  readonly code: readonly URL[];
  /** Bytes of a model in the form that it takes. */
  readonly modelBytes: (model: QuantizedModel) => number;
}

/** Engines by the names that the table gives them. */
export type Contenders = Readonly<Record<string, () => Promise<Contender>>>;

/** Both builds of ours: those that run a generator. */
export const OURS: Contenders = {
  "ours, relaxed SIMD": async () => (await import("./ours.ts")).relaxed,
  "ours, plain SIMD": async () => (await import("./ours.ts")).plain,
};

/** Every engine. */
export const CONTENDERS: Contenders = {
  ...OURS,
  "onnxruntime-node, float": async () => (await import("./ort_node.ts")).float,
  "onnxruntime-node, int8": async () => (await import("./ort_node.ts")).int8,
  "onnxruntime-web, float": async () => (await import("./ort_web.ts")).float,
  "onnxruntime-web, int8": async () => (await import("./ort_web.ts")).int8,
  "TensorFlow.js WASM": async () => (await import("./tfjs.ts")).float,
};
