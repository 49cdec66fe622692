/**
 * The GAN's losses, over batches of scores of shape `[batch]`.
 *
 * Real and generated images are scored in pairs under the same label, and each
 * network wants its side of the pair to score higher: the relativistic pairing
 * loss of Jolicoeur-Martineau 2018 (arXiv 1807.00734) with the zero-centred
 * penalties that make it converge, after Huang et al. 2024 (R3GAN, arXiv
 * 2501.05441).
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/**
 * Mean of `softplus(-(winner - loser))`: small when the winner scores higher.
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
 * Mean over the images of the squared length of the score's gradient by the
 * image: R1 on real images, R2 on generated ones (Mescheder et al. 2018, arXiv
 * 1801.04406). It can be differentiated by the discriminator's parameters.
 *
 * @param score Scores a batch of images, image by image.
 * @param images `[batch, height, width, 1]`.
 * @returns A scalar.
 */
export function gradientPenalty(
  score: (images: tf.Tensor4D) => tf.Tensor1D,
  images: tf.Tensor4D,
): tf.Scalar {
  const total = (x: tf.Tensor): tf.Tensor => tf.sum(score(x as tf.Tensor4D));
  const gradient = tf.grad(total)(images);
  return tf.div(tf.sum(tf.square(gradient)), images.shape[0]) as tf.Scalar;
}
