/**
 * One training step of each network of the GAN, up to the gradients.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { CLASSES } from "../../src/network/numbers.ts";
import {
  type BatchStatistics,
  forward,
  type ParameterLookup,
} from "../network/forward.ts";
import type { Replica } from "../network/replica.ts";
import { gradientPenalty, pairingLoss } from "./losses.ts";

/** Gradients of one network, with the losses they come from. */
export type Gradients = {
  /** By variable name. */
  readonly gradients: tf.NamedTensorMap;
  /** Batch statistics of the network's batch-norm layers. */
  readonly statistics: BatchStatistics[];
  /** Scalar tensors; the caller disposes of them. */
  readonly losses: tf.Scalar[];
};

/**
 * Scores images under their labels with the projection discriminator.
 *
 * @param parameters The discriminator's parameters.
 * @param images `[batch, 28, 28, 1]` in [0, 1].
 * @param selection `[batch, 11]` as {@linkcode scoreSelection} makes it.
 * @returns `[batch]`.
 */
export function score(
  discriminator: Replica,
  parameters: ParameterLookup,
  images: tf.Tensor4D,
  selection: tf.Tensor2D,
): tf.Tensor1D {
  const outputs = forward(discriminator.network, parameters, images);
  return tf.sum(tf.mul(outputs, selection), 1);
}

/**
 * Which of the discriminator's outputs make up an image's score: the first,
 * and the one of its label.
 *
 * @param labels Digits, one an image.
 * @returns `[batch, 11]` of zeros and ones.
 */
export function scoreSelection(labels: Uint8Array): tf.Tensor2D {
  const width = 1 + CLASSES;
  const values = new Float32Array(labels.length * width);
  labels.forEach((label, row) => {
    values[row * width] = 1;
    values[row * width + 1 + label] = 1;
  });
  return tf.tensor2d(values, [labels.length, width]);
}

/**
 * The discriminator's gradients for one batch; the generator is only run.
 *
 * @param real `[batch, 28, 28, 1]` in [0, 1].
 * @param inputs Generator inputs `[batch, latent + 10]` under the same labels.
 * @param selection `[batch, 11]`, see {@linkcode scoreSelection}.
 * @param penaltyWeight Factor on half the gradient penalties; 0 leaves them out.
 * @returns Gradients, and the losses: pairing, penalty.
 */
export function discriminatorGradients(
  generator: Replica,
  discriminator: Replica,
  real: tf.Tensor4D,
  inputs: tf.Tensor2D,
  selection: tf.Tensor2D,
  penaltyWeight: number,
): Gradients {
  return tf.tidy(() => {
    const generated = forward(generator.network, generator.lookup, inputs);
    // The discriminator looks at each image alone, so one pass over both halves
    // is the same as two.
    const images = tf.concat([real, generated as tf.Tensor4D], 0);
    const both = tf.concat([selection, selection], 0);
    const scoreBoth = (x: tf.Tensor4D): tf.Tensor1D =>
      score(discriminator, discriminator.lookup, x, both);
    const batch = real.shape[0];
    let pairing: tf.Scalar | undefined;
    let penalty: tf.Scalar | undefined;
    const { grads } = tf.variableGrads(() => {
      const scores = scoreBoth(images);
      const realScores = tf.slice(scores, 0, batch);
      const generatedScores = tf.slice(scores, batch, batch);
      pairing = tf.keep(pairingLoss(realScores, generatedScores));
      if (penaltyWeight === 0) return pairing;
      // The mean over both halves is half the sum of R1 and R2.
      penalty = tf.keep(gradientPenalty(scoreBoth, images));
      return tf.add(pairing, tf.mul(penalty, penaltyWeight)) as tf.Scalar;
    }, discriminator.variables);
    return {
      gradients: grads,
      statistics: [],
      losses: [pairing!, penalty ?? tf.scalar(0)],
    };
  });
}

/**
 * The generator's gradients for one batch; the discriminator only scores.
 *
 * @param real `[batch, 28, 28, 1]` in [0, 1].
 * @param inputs Generator inputs `[batch, latent + 10]` under the same labels.
 * @param selection `[batch, 11]`, see {@linkcode scoreSelection}.
 * @returns Gradients with batch statistics, and the loss: pairing.
 */
export function generatorGradients(
  generator: Replica,
  discriminator: Replica,
  real: tf.Tensor4D,
  inputs: tf.Tensor2D,
  selection: tf.Tensor2D,
): Gradients {
  return tf.tidy(() => {
    const statistics: BatchStatistics[] = [];
    const realScores = score(
      discriminator,
      discriminator.lookup,
      real,
      selection,
    );
    const { value, grads } = tf.variableGrads(() => {
      const generated = forward(generator.network, generator.lookup, inputs, {
        onStatistics: ({ layer, mean, variance }) =>
          statistics.push({
            layer,
            mean: tf.keep(mean),
            variance: tf.keep(variance),
          }),
      });
      return pairingLoss(
        score(
          discriminator,
          discriminator.lookup,
          generated as tf.Tensor4D,
          selection,
        ),
        realScores,
      );
    }, generator.variables);
    return { gradients: grads, statistics, losses: [value] };
  });
}
