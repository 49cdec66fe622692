/**
 * A generator's inputs as a batch.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  generatorInputSize,
  writeGeneratorInput,
} from "../../src/network/latent.ts";
import type { Random } from "../../src/network/random.ts";

/**
 * Draws one latent for every digit.
 *
 * @param labels The digits, 0 to 9.
 * @param latentSize Components of a latent.
 * @param streamOf The stream that the i-th digit's latent is drawn from.
 * @returns `[labels, latent + 10]`; the caller disposes of it.
 */
export function generatorInputs(
  labels: Uint8Array,
  latentSize: number,
  streamOf: (i: number) => Random,
): tf.Tensor2D {
  const width = generatorInputSize(latentSize);
  const inputs = new Float32Array(labels.length * width);
  labels.forEach((label, i) =>
    writeGeneratorInput(
      inputs.subarray(i * width, (i + 1) * width),
      label,
      streamOf(i),
    )
  );
  return tf.tensor2d(inputs, [labels.length, width]);
}
