/**
 * A trained generator as a source of training digits.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { writeGeneratorInput } from "../../src/network/latent.ts";
import type { Random } from "../../src/network/random.ts";
import type { FloatModel } from "../network/fold.ts";
import { FloatNetwork } from "../network/inference.ts";
import { readValues } from "../network/read_values.ts";

/** Writes digits with a generator in floating point. */
export class DigitSource {
  readonly #network: FloatNetwork;
  readonly #inputSize: number;

  /**
   * Puts the generator on the backend.
   *
   * @param generator A trained generator, batch norm folded.
   */
  constructor(generator: FloatModel) {
    this.#network = new FloatNetwork(generator);
    this.#inputSize = generator.description.inputShape[0]!;
  }

  /**
   * Generates one image per digit.
   *
   * @param digits 0 to 9 each.
   * @param randomOf The stream that draws the latent of the k-th.
   * @returns 784 values in [0, 1] per image, one after another.
   */
  async write(
    digits: Uint8Array,
    randomOf: (k: number) => Random,
  ): Promise<Float32Array> {
    const width = this.#inputSize;
    const values = new Float32Array(digits.length * width);
    digits.forEach((digit, k) =>
      writeGeneratorInput(
        values.subarray(k * width, (k + 1) * width),
        digit,
        randomOf(k),
      )
    );
    const inputs = tf.tensor2d(values, [digits.length, width]);
    const images = this.#network.run(inputs);
    const pixels = await readValues(images);
    tf.dispose([inputs, images]);
    return pixels;
  }
}
