/**
 * One training step of each network of the GAN, up to the gradients.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
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
  /** Makes digits. */
  readonly generator: Replica;
  /** Tells them from real ones. */
  readonly discriminator: Replica;
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
 * @param selection `[batch, 11]` as `scoreSelection` makes it.
 * @returns `[batch]`.
 */
export function score(
  { network, lookup }: Replica,
  images: tf.Tensor4D,
  selection: tf.Tensor2D,
  options: Pick<ForwardOptions, "onStatistics"> = {},
): tf.Tensor1D {
  const outputs = forward(network, lookup, images, options);
  return tf.sum(tf.mul(outputs, selection), 1);
}

/**
 * The discriminator's gradients for one batch; the generator is only run.
 *
 * @param penaltyWeight Factor on the gradient penalty; 0 leaves it out.
 * @returns Gradients, and the losses: the scores', and the penalty, 0 if it was
 *   left out.
 */
export function discriminatorGradients(
  { generator, discriminator }: GanReplicas,
  { real, inputs, selection, shares }: GanBatch,
  losses: Pick<GanLosses, "discriminator" | "penalty">,
  penaltyWeight: number,
): Gradients {
  return tf.tidy(() => {
    const generated = forward(
      generator.network,
      generator.lookup,
      inputs,
    ) as tf.Tensor4D;
    const batch = real.shape[0];
    const both = tf.concat([selection, selection], 0);
    const scoreOf = (x: tf.Tensor4D): tf.Tensor1D =>
      score(discriminator, x, x.shape[0] === batch ? selection : both);
    const statistics: BatchStatistics[] = [];
    const scores = hasBatchNorm(discriminator)
      // Each set is normalized by itself, as in DCGAN.
      ? () => [
        score(discriminator, real, selection, keepIn(statistics)),
        scoreOf(generated),
      ]
      // Each image is scored by itself: one pass over both sets.
      : () => {
        const all = scoreOf(tf.concat([real, generated], 0));
        return [tf.slice(all, 0, batch), tf.slice(all, batch, batch)];
      };
    let loss: tf.Scalar | undefined;
    let penalty: tf.Scalar | undefined;
    const { grads } = tf.variableGrads(() => {
      const [ofReal, ofGenerated] = scores() as [tf.Tensor1D, tf.Tensor1D];
      loss = tf.keep(losses.discriminator(ofReal, ofGenerated));
      if (penaltyWeight === 0 || !losses.penalty) return loss;
      const pairs = { real, generated, shares };
      penalty = tf.keep(losses.penalty(scoreOf, pairs));
      return tf.add(loss, tf.mul(penalty, penaltyWeight)) as tf.Scalar;
    }, discriminator.variables);
    return {
      gradients: grads,
      statistics,
      losses: [loss!, penalty ?? tf.scalar(0)],
    };
  });
}

/**
 * The generator's gradients for one batch; the discriminator only scores.
 *
 * @returns Gradients with batch statistics, and the loss.
 */
export function generatorGradients(
  { generator, discriminator }: GanReplicas,
  { real, inputs, selection }: GanBatch,
  losses: Pick<GanLosses, "generator">,
): Gradients {
  return tf.tidy(() => {
    const statistics: BatchStatistics[] = [];
    const realScores = score(discriminator, real, selection);
    const { value, grads } = tf.variableGrads(() => {
      const generated = forward(
        generator.network,
        generator.lookup,
        inputs,
        keepIn(statistics),
      ) as tf.Tensor4D;
      return losses.generator(
        score(discriminator, generated, selection),
        realScores,
      );
    }, generator.variables);
    return { gradients: grads, statistics, losses: [value] };
  });
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
