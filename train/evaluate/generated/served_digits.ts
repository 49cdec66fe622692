/**
 * Generated digits as a dataset, for measuring.
 *
 * @module
 */

import type * as tf from "@tensorflow/tfjs";
import type { Generator } from "../../../src/generator.ts";
import { CLASSES, IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { servedLatent } from "../../../src/network/streams.ts";
import { layOut } from "../../../src/mnist_layout.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { FloatModel } from "../../network/fold.ts";
import { generatorInputs } from "../../network/generator_inputs.ts";
import { FloatNetwork } from "../../network/inference.ts";
import { readValues } from "../../network/read_values.ts";
import { tabulated } from "../../quantize/tone.ts";

/** Digits that are generated at a time, under one seed. */
const BATCH = 100;

/** Seed of the first hundred digits; each hundred has the next seed. */
const FIRST_SEED = 1_000_000;

/**
 * Generates digits as `GET /sample` serves them: int8, in the engine.
 *
 * @param labels The digit of each image.
 */
export function servedDigits(
  generator: Pick<Generator, "generate">,
  labels: Uint8Array,
): Dataset {
  const images = new Uint8Array(labels.length * IMAGE_PIXELS);
  for (let from = 0; from < labels.length; from += BATCH) {
    const digits = [...labels.subarray(from, from + BATCH)];
    const seed = FIRST_SEED + from / BATCH;
    images.set(generator.generate({ digits, seed }), from * IMAGE_PIXELS);
  }
  return { images, labels, count: labels.length };
}

/**
 * Generates the same digits, from the same latents, in floating point; tones
 * and layout are as served.
 *
 * @param generator Batch norm folded.
 * @param sigmoidTable The exported model's.
 * @param labels The digit of each image.
 */
export async function floatDigits(
  generator: FloatModel,
  sigmoidTable: Uint8Array,
  labels: Uint8Array,
): Promise<Dataset> {
  const network = new FloatNetwork(generator);
  const latentSize = generator.description.inputShape[0]! - CLASSES;
  const images = new Uint8Array(labels.length * IMAGE_PIXELS);
  for (let from = 0; from < labels.length; from += BATCH) {
    const some = labels.subarray(from, from + BATCH);
    const seed = FIRST_SEED + from / BATCH;
    const input = generatorInputs(
      some,
      latentSize,
      (i) => servedLatent(seed, i),
    );
    const digits = await digitsFrom(network, sigmoidTable, input);
    images.set(digits, from * IMAGE_PIXELS);
    input.dispose();
  }
  network.dispose();
  return { images, labels, count: labels.length };
}

/**
 * Runs a generator in floating point, with tones and layout as served.
 *
 * @param sigmoidTable The exported model's.
 * @param input `[batch, latent + 10]`.
 * @returns 784 bytes per image, 0 paper.
 */
export async function digitsFrom(
  network: FloatNetwork,
  sigmoidTable: Uint8Array,
  input: tf.Tensor2D,
): Promise<Uint8Array> {
  const output = network.run(input);
  const pixels = await readValues(output);
  output.dispose();
  const images = Uint8Array.from(
    pixels,
    (value) => tabulated(sigmoidTable, value),
  );
  layOut(images);
  return images;
}
