/**
 * A digit with a border of paper, so that effects can read neighbours without
 * checking for the image's edge.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";

/**
 * Pixels from one padded row to the next: one of paper before the image, two
 * behind it.
 */
export const PADDED_STRIDE: number = IMAGE_SIZE + 3;

/** Place of the image's first pixel in the padded one. */
export const PADDED_ORIGIN: number = PADDED_STRIDE + 1;

/** A padded image, all paper: 31x31, row-major. */
export function makePadded(): Float32Array {
  return new Float32Array(PADDED_STRIDE * PADDED_STRIDE);
}

/**
 * Copies an image into the middle of a padded one.
 *
 * @param image 28x28, row-major.
 * @param padded From {@linkcode makePadded}; may be reused. The pixel (x, y) is
 * copied to `PADDED_ORIGIN + y * PADDED_STRIDE + x`.
 */
export function pad(image: Float32Array, padded: Float32Array): void {
  for (let y = 0; y < IMAGE_SIZE; y++) {
    const from = y * IMAGE_SIZE;
    const to = PADDED_ORIGIN + y * PADDED_STRIDE;
    for (let x = 0; x < IMAGE_SIZE; x++) padded[to + x] = image[from + x]!;
  }
}
