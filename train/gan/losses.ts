/**
 * The GANs' losses, as functions of scores of shape `[batch]`. `kinds.ts` says
 * which GAN uses which.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/**
 * Mean of `softplus(-(winner - loser))`: small when the winner scores higher.
 * R3GAN scores real and generated images in pairs under the same label, and
 * each network wants its side of the pair to win: the relativistic pairing loss
 * of Jolicoeur-Martineau 2018 (arXiv 1807.00734).
 *
 * @param winner Scores `[batch]` that should be the higher ones.
 * @param loser Scores `[batch]` of the other side of each pair.
 * @returns A scalar.
 */
export function pairingLoss(
  winner: tf.Tensor1D,
  loser: tf.Tensor1D,
): tf.Scalar {
  return tf.mean(tf.softplus(tf.sub(loser, winner))) as tf.Scalar;
}

/**
 * Mean of `loser - winner`. As the critic's loss, with real images as the
 * winners, it is minus an estimate of the Wasserstein distance (Arjovsky et al.
 * 2017, arXiv 1701.07875).
 *
 * @param winner Scores `[batch]` that should be the higher ones.
 * @param loser Scores `[batch]` of the other images.
 * @returns A scalar.
 */
export function criticLoss(
  winner: tf.Tensor1D,
  loser: tf.Tensor1D,
): tf.Scalar {
  return tf.sub(tf.mean(loser), tf.mean(winner)) as tf.Scalar;
}

/**
 * Binary cross-entropy of scores taken as logits for "real", the mean over both
 * sets of images (Goodfellow et al. 2014, arXiv 1406.2661).
 *
 * @param real Scores `[batch]` of real images.
 * @param generated Scores `[batch]` of generated ones.
 * @returns A scalar: log 2 for a discriminator that knows nothing.
 */
export function crossEntropyLoss(
  real: tf.Tensor1D,
  generated: tf.Tensor1D,
): tf.Scalar {
  const losses = tf.add(tf.softplus(tf.neg(real)), tf.softplus(generated));
  return tf.div(tf.mean(losses), 2) as tf.Scalar;
}

/**
 * The generator's non-saturating loss (Goodfellow et al. 2014, section 3): the
 * cross-entropy of its images under the label "real".
 *
 * @param generated Scores `[batch]`.
 * @returns A scalar.
 */
export function nonSaturatingLoss(generated: tf.Tensor1D): tf.Scalar {
  return tf.mean(tf.softplus(tf.neg(generated))) as tf.Scalar;
}
