/**
 * Penalties on the gradient of a discriminator's score with respect to the
 * image. They are differentiable with respect to the discriminator's
 * parameters: gradients of gradients pass through all of its layers except
 * batch norm.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/** Scores a batch of images, each independently; returns `[batch]`. */
export type Score = (images: tf.Tensor4D) => tf.Tensor1D;

/**
 * Mean over the images of the squared norm of the score's gradient: R1 on real
 * images, R2 on generated ones (Mescheder et al. 2018, arXiv 1801.04406).
 *
 * @param images `[batch, height, width, 1]`.
 * @returns A scalar.
 */
export function gradientPenalty(score: Score, images: tf.Tensor4D): tf.Scalar {
  const gradient = imageGradient(score, images);
  return tf.div(tf.sum(tf.square(gradient)), images.shape[0]) as tf.Scalar;
}

/**
 * Mean over the images of the squared difference between that gradient's norm
 * and 1 (Gulrajani et al. 2017, arXiv 1704.00028).
 *
 * @param images `[batch, height, width, 1]`, see {@linkcode between}.
 * @returns A scalar.
 */
export function unitGradientPenalty(
  score: Score,
  images: tf.Tensor4D,
): tf.Scalar {
  const gradient = imageGradient(score, images);
  const squares = tf.sum(tf.square(gradient), [1, 2, 3]);
  // The root of 0 has no derivative.
  const lengths = tf.sqrt(tf.add(squares, LEAST_SQUARE));
  return tf.mean(tf.square(tf.sub(lengths, 1))) as tf.Scalar;
}

/** Far below any gradient's squared norm, far above the smallest float. */
const LEAST_SQUARE = 1e-12;

/**
 * Images on the straight lines between real and generated ones.
 *
 * @param shares `[batch, 1, 1, 1]` in [0, 1]: how real each is.
 */
export function between(
  real: tf.Tensor4D,
  generated: tf.Tensor4D,
  shares: tf.Tensor4D,
): tf.Tensor4D {
  const way = tf.mul(shares, tf.sub(real, generated));
  return tf.add(generated, way) as tf.Tensor4D;
}

/** The gradient of each image's score with respect to that image. */
function imageGradient(score: Score, images: tf.Tensor4D): tf.Tensor4D {
  const total = (x: tf.Tensor): tf.Tensor => tf.sum(score(x as tf.Tensor4D));
  return tf.grad(total)(images) as tf.Tensor4D;
}
