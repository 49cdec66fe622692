/**
 * The numbers that training and serving must agree on, in one place.
 *
 * @module
 */

/** Side of a digit image in pixels; images are square. */
export const IMAGE_SIZE = 28;

/** Pixels of one digit image, row-major, one channel. */
export const IMAGE_PIXELS = IMAGE_SIZE * IMAGE_SIZE;

/** Number of classes; class `k` is the digit `k`. */
export const CLASSES = 10;

/** Components of the generator's latent vector. */
export const LATENT_SIZE = 64;

/** Added to a batch-norm variance before its square root is taken. */
export const BATCH_NORM_EPSILON = 1e-3;

/** Slope of a leaky ReLU below zero. */
export const LEAKY_RELU_SLOPE = 0.2;
