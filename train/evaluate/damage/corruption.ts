/**
 * Common parts of all corruptions of 28x28 images.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";

/**
 * Corrupts an image.
 *
 * @param image 28x28 values in [0, 1], row-major, 0 paper; not changed.
 * @param random Source of the corruption's random choices.
 * @returns The corrupted image, with values in [0, 1].
 */
export type Corruption = (image: Float32Array, random: Random) => Float32Array;

/** Makes an image pixel by pixel, clamped to [0, 1]. */
export function mapPixels(
  value: (x: number, y: number, i: number) => number,
): Float32Array {
  const image = new Float32Array(IMAGE_SIZE * IMAGE_SIZE);
  for (let y = 0, i = 0; y < IMAGE_SIZE; y++) {
    for (let x = 0; x < IMAGE_SIZE; x++, i++) {
      image[i] = Math.min(1, Math.max(0, value(x, y, i)));
    }
  }
  return image;
}
