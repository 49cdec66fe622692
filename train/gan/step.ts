/**
 * One training step of each network of the GAN, up to the gradients.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { CLASSES } from "../../src/network/numbers.ts";
import { softmaxCrossEntropy } from "../backend/mod.ts";
import { isWeighted } from "../../src/network/description.ts";
import {
  type BatchStatistics,
  forward,
  type ForwardOptions,
} from "../network/forward.ts";
import type { Replica } from "../network/replica.ts";
import type { GanBatch } from "./batch.ts";
import type { GanLosses } from "./kinds.ts";

/** The networks of one worker. */
export interface GanReplicas {
  /** Generates digits. */
  readonly generator: Replica;
  /** Distinguishes them from real ones. */
  readonly discriminator: Replica;
}

/** Losses of {@linkcode discriminatorGradients}. */
export const DISCRIMINATOR_LOSSES = 3;

/** Losses of {@linkcode generatorGradients}. */
export const GENERATOR_LOSSES = 2;

/** Weights of the terms besides the scores' loss; 0 leaves a term out. */
export interface LossWeights {
  /** On the discriminator's gradient penalty. */
  readonly penalty: number;
  /** On the cross-entropy of the labels' logits. */
  readonly labels: number;
}

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
 * @param images `[batch, 28, 28, 1]` in [0, 1].
 * @param selection `[batch, 21]` as `scoreSelection` makes it.
 * @returns `[batch]`.
 */
export function score(
  discriminator: Replica,
  images: tf.Tensor4D,
  selection: tf.Tensor2D,
): tf.Tensor1D {
  return selected(outputsOf(discriminator, images), selection);
}

/**
 * The discriminator's gradients for one batch; the generator's parameters are
 * constants.
 *
 * The labels' logits are trained on real images only.
 *
 * @returns Gradients, and the losses: the scores', the penalty and the
 *   cross-entropy of the labels, 0 where these were left out.
 */
export function discriminatorGradients(
  { generator, discriminator }: GanReplicas,
  { real, inputs, selection, labels, shares }: GanBatch,
  losses: Pick<GanLosses, "discriminator" | "penalty">,
  weights: LossWeights,
): Gradients {
  return tf.tidy(() => {
    // Frees the generator's activations at once, so that the discriminator's
    // take their memory.
    const generated = tf.tidy(() =>
      forward(generator.network, generator.lookup, inputs) as tf.Tensor4D
    );
    const batch = real.shape[0];
    const both = tf.concat([selection, selection], 0);
    const scoreOf = (x: tf.Tensor4D): tf.Tensor1D =>
      score(discriminator, x, x.shape[0] === batch ? selection : both);
    const statistics: BatchStatistics[] = [];
    const outputs = hasBatchNorm(discriminator)
      // Each set is normalized separately, as in DCGAN.
      ? () => [
        outputsOf(discriminator, real, keepIn(statistics)),
        outputsOf(discriminator, generated),
      ]
      // Images are independent, so one pass covers both sets.
      : () =>
        tf.split(outputsOf(discriminator, tf.concat([real, generated], 0)), 2);
    let loss: tf.Scalar | undefined;
    let penalty: tf.Scalar | undefined;
    let labelCost: tf.Scalar | undefined;
    const { grads } = tf.variableGrads(() => {
      const [ofReal, ofGenerated] = outputs() as [tf.Tensor2D, tf.Tensor2D];
      loss = tf.keep(
        losses.discriminator(
          selected(ofReal, selection),
          selected(ofGenerated, selection),
        ),
      );
      let total = loss;
      if (weights.labels !== 0) {
        labelCost = tf.keep(labelLoss(ofReal, labels));
        total = tf.add(total, tf.mul(labelCost, weights.labels));
      }
      if (weights.penalty !== 0 && losses.penalty) {
        penalty = tf.keep(losses.penalty(scoreOf, { real, generated, shares }));
        total = tf.add(total, tf.mul(penalty, weights.penalty));
      }
      return total;
    }, discriminator.variables);
    return {
      gradients: grads,
      statistics,
      losses: [loss!, penalty ?? tf.scalar(0), labelCost ?? tf.scalar(0)],
    };
  });
}

/**
 * The generator's gradients for one batch; the discriminator's parameters are
 * constants.
 *
 * @returns Gradients with batch statistics, and the losses: the scores' and
 *   the cross-entropy of the labels, 0 if it was left out.
 */
export function generatorGradients(
  { generator, discriminator }: GanReplicas,
  { real, inputs, selection, labels }: GanBatch,
  losses: Pick<GanLosses, "generator">,
  weights: Pick<LossWeights, "labels">,
): Gradients {
  return tf.tidy(() => {
    const statistics: BatchStatistics[] = [];
    const realScores = () =>
      tf.tidy(() => score(discriminator, real, selection));
    let loss: tf.Scalar | undefined;
    let labelCost: tf.Scalar | undefined;
    const { grads } = tf.variableGrads(() => {
      const generated = forward(
        generator.network,
        generator.lookup,
        inputs,
        keepIn(statistics),
      ) as tf.Tensor4D;
      const outputs = outputsOf(discriminator, generated);
      loss = tf.keep(
        losses.generator(selected(outputs, selection), realScores),
      );
      if (weights.labels === 0) return loss;
      labelCost = tf.keep(labelLoss(outputs, labels));
      return tf.add(loss, tf.mul(labelCost, weights.labels)) as tf.Scalar;
    }, generator.variables);
    return {
      gradients: grads,
      statistics,
      losses: [loss!, labelCost ?? tf.scalar(0)],
    };
  });
}

/** The discriminator's outputs, `[batch, 21]`. */
function outputsOf(
  { network, lookup }: Replica,
  images: tf.Tensor4D,
  options: Pick<ForwardOptions, "onStatistics"> = {},
): tf.Tensor2D {
  return forward(network, lookup, images, options) as tf.Tensor2D;
}

/** Scores `[batch]` of a discriminator's outputs. */
function selected(outputs: tf.Tensor2D, selection: tf.Tensor2D): tf.Tensor1D {
  return tf.sum(tf.mul(outputs, selection), 1);
}

/**
 * The cross-entropy of the labels' logits.
 *
 * @param outputs The discriminator's, `[batch, 21]`.
 * @param labels One-hot, `[batch, 10]`.
 */
function labelLoss(outputs: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar {
  const logits = tf.slice(outputs, [0, 1 + CLASSES], [-1, CLASSES]);
  return softmaxCrossEntropy(logits as tf.Tensor2D, labels);
}

function hasBatchNorm({ network }: Replica): boolean {
  return network.layers.some((layer) => isWeighted(layer) && layer.batchNorm);
}

/** Collects batch statistics that outlive a `tf.tidy`. */
function keepIn(
  statistics: BatchStatistics[],
): Pick<ForwardOptions, "onStatistics"> {
  return {
    onStatistics: ({ layer, mean, variance }) =>
      statistics.push({
        layer,
        mean: tf.keep(mean),
        variance: tf.keep(variance),
      }),
  };
}
