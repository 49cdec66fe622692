/**
 * A microbatch of the GAN on the backend: real images, and as many latents with
 * the same labels.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../src/network/numbers.ts";
import type { Random } from "../../src/network/random.ts";
import { copyImage, type Dataset } from "../data/dataset.ts";
import { generatorInputs } from "../network/generator_inputs.ts";

/** Tensors of one microbatch. */
export interface GanBatch {
  /** `[batch, 28, 28, 1]` in [0, 1]. */
  readonly real: tf.Tensor4D;
  /** Generator inputs `[batch, latent + 10]` with the same labels. */
  readonly inputs: tf.Tensor2D;
  /** `[batch, 21]`, see {@linkcode scoreSelection}. */
  readonly selection: tf.Tensor2D;
  /** The labels one-hot, `[batch, 10]`. */
  readonly labels: tf.Tensor2D;
  /**
   * `[batch, 1, 1, 1]`, uniform in [0, 1): points between a real and a
   * generated image.
   */
  readonly shares: tf.Tensor4D;
}

/** The random streams of a microbatch, by place in it. */
export interface BatchStreams {
  /** Draws a latent. */
  readonly latent: (i: number) => Random;
  /** Draws a point between a real and a generated image. */
  readonly share: (i: number) => Random;
}

/**
 * Creates a microbatch; the caller disposes of it.
 *
 * @param indices Which real images.
 * @param latentSize Components of the latent.
 */
export function ganBatch(
  dataset: Dataset,
  indices: Uint32Array,
  latentSize: number,
  { latent, share }: BatchStreams,
): GanBatch {
  const labels = Uint8Array.from(indices, (index) => dataset.labels[index]!);
  const shares = Float32Array.from(indices, (_, i) => share(i).uniform());
  return {
    real: realImages(dataset, indices),
    inputs: generatorInputs(labels, latentSize, latent),
    selection: scoreSelection(labels),
    labels: oneHotLabels(labels),
    shares: tf.tensor4d(shares, [indices.length, 1, 1, 1]),
  };
}

/**
 * Which of the discriminator's outputs make up an image's score: the first,
 * and the one of its label. The last ten, the labels' logits, are not part of it.
 *
 * @param labels Digits, one an image.
 * @returns `[batch, 21]` of zeros and ones.
 */
export function scoreSelection(labels: Uint8Array): tf.Tensor2D {
  const width = 1 + 2 * CLASSES;
  const values = new Float32Array(labels.length * width);
  labels.forEach((label, row) => {
    values[row * width] = 1;
    values[row * width + 1 + label] = 1;
  });
  return tf.tensor2d(values, [labels.length, width]);
}

/**
 * Labels as targets.
 *
 * @param labels Digits, one an image.
 * @returns `[batch, 10]` of zeros and ones.
 */
export function oneHotLabels(labels: Uint8Array): tf.Tensor2D {
  const values = new Float32Array(labels.length * CLASSES);
  labels.forEach((label, row) => values[row * CLASSES + label] = 1);
  return tf.tensor2d(values, [labels.length, CLASSES]);
}

function realImages(dataset: Dataset, indices: Uint32Array): tf.Tensor4D {
  const pixels = new Float32Array(indices.length * IMAGE_PIXELS);
  indices.forEach((index, i) =>
    copyImage(dataset, index, pixels.subarray(i * IMAGE_PIXELS))
  );
  return tf.tensor4d(pixels, [indices.length, IMAGE_SIZE, IMAGE_SIZE, 1]);
}
