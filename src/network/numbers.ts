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

/** Output that scores "no digit", after the ten digits. */
export const NOT_A_DIGIT: number = CLASSES;

/** Output that scores "several digits in one picture". */
export const SEVERAL_DIGITS: number = CLASSES + 1;

/** Outputs of a recognizer with both: the ten digits and the two above. */
export const RECOGNIZER_OUTPUTS: number = CLASSES + 2;

/** Components of the generator's latent vector. */
export const LATENT_SIZE = 64;

/** Added to a batch-norm variance before its square root is taken. */
export const BATCH_NORM_EPSILON = 1e-3;

/** Slope of a leaky ReLU below zero. */
export const LEAKY_RELU_SLOPE = 0.2;
