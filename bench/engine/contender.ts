/**
 * The interface of an engine in the benchmark.
 *
 * @module
 */

import type { QuantizedModel } from "../../src/network/quantized.ts";

/**
 * Runs a network on `count` inputs, stored one after another. A recognizer's
 * are images of 784 bytes, with ten logits each.
 */
export type Run = (
  inputs: Uint8Array,
  count: number,
) => Float32Array | Uint8Array | Promise<Float32Array>;

/** An engine. */
export interface Contender {
  /** Loads a model; this is timed. */
  readonly load: (model: QuantizedModel) => Run | Promise<Run>;
  /**
   * Files that a program on this system ships to run the engine: scripts
   * (minified if the package has them), WebAssembly, libraries. A URL that ends
   * with a slash means a folder's contents.
   */
  readonly code: readonly URL[];
  /** A module that such a program bundles, whose minified size counts too. */
  readonly bundled?: URL;
  /** Bytes of a model in the engine's own format. */
  readonly modelBytes: (model: QuantizedModel) => number;
}
