/**
 * What every engine in the benchmark offers.
 *
 * @module
 */

import type { QuantizedModel } from "../../src/network/quantized.ts";

/**
 * Runs a network on `count` inputs that lie one after another: a recognizer's
 * are images of 784 bytes, and it returns ten logits for each.
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
