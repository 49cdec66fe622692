/**
 * The engines in the benchmark.
 *
 * Each is imported only when it is measured, so that its load time counts
 * nothing else.
 *
 * @module
 */

import type { Contender } from "./contender.ts";

/** Engines by their name in the table. */
export type Contenders = Readonly<Record<string, () => Promise<Contender>>>;

/** Both builds of Inkling's engine, which can also run a generator. */
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
