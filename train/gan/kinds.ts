/**
 * The losses of each kind of GAN.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { GanKind } from "../config.ts";
import {
  criticLoss,
  crossEntropyLoss,
  nonSaturatingLoss,
  pairingLoss,
} from "./losses.ts";
import {
  between,
  gradientPenalty,
  type Score,
  unitGradientPenalty,
} from "./penalties.ts";

/** Pairs of real and generated images with the same labels. */
export interface ImagePairs {
  /** `[batch, 28, 28, 1]` in [0, 1]. */
  readonly real: tf.Tensor4D;
  /** Likewise. */
  readonly generated: tf.Tensor4D;
  /** `[batch, 1, 1, 1]`, uniform in [0, 1); only some penalties need them. */
  readonly shares: tf.Tensor4D;
}

/** One kind's losses, of scores `[batch]`. */
export interface GanLosses {
  /** The discriminator's loss. */
  readonly discriminator: (
    real: tf.Tensor1D,
    generated: tf.Tensor1D,
  ) => tf.Scalar;
  /** The generator's loss; `real` computes the real images' scores. */
  readonly generator: (
    generated: tf.Tensor1D,
    real: () => tf.Tensor1D,
  ) => tf.Scalar;
  /** The penalty on the discriminator, without its weight; absent if there is none. */
  readonly penalty?: (score: Score, pairs: ImagePairs) => tf.Scalar;
  /**
   * The mean discriminator loss below which it has won and the generator no
   * longer learns from it. The non-saturating loss is designed to learn even
   * then, and the critic's loss has no lower bound.
   */
  readonly leastDiscriminatorLoss?: number;
}

/** The losses by kind. */
export const GAN_LOSSES: Readonly<Record<GanKind, GanLosses>> = {
  // Huang et al. 2024 (arXiv 2501.05441).
  r3gan: {
    discriminator: pairingLoss,
    generator: (generated, real) => pairingLoss(generated, real()),
    // The mean over both halves is half the sum of R1 and R2.
    penalty: (score, { real, generated }) =>
      gradientPenalty(score, tf.concat([real, generated], 0)),
    leastDiscriminatorLoss: 0.1,
  },
  // Gulrajani et al. 2017 (arXiv 1704.00028).
  "wgan-gp": {
    discriminator: criticLoss,
    generator: (generated) => tf.neg(tf.mean(generated)) as tf.Scalar,
    penalty: (score, { real, generated, shares }) =>
      unitGradientPenalty(score, between(real, generated, shares)),
  },
  // Radford et al. 2015 (arXiv 1511.06434).
  dcgan: {
    discriminator: crossEntropyLoss,
    generator: (generated) => nonSaturatingLoss(generated),
  },
};
