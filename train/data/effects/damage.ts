/**
 * Damage between pen and picture: sensor noise, gaps in strokes.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";

/**
 * Adds nearly normal noise to every pixel, in place, within 0 and 1.
 *
 * @param image 28x28, row-major, in [0, 1].
 * @param deviation Its standard deviation.
 * @param random One draw per pixel.
 */
export function addNoise(
  image: Float32Array,
  deviation: number,
  random: Random,
): void {
  for (let i = 0; i < image.length; i++) {
    const value = image[i]! + deviation * random.normal();
    image[i] = Math.min(1, Math.max(0, value));
  }
}

/**
 * Blanks a square of paper ("cutout", DeVries and Taylor 2017, arXiv 1708.04552), in place.
 *
 * @param image 28x28, row-major.
 * @param side Side of the square, in pixels, 1 to 28; it lies inside the image.
 * @param random Two draws.
 */
export function cutOut(
  image: Float32Array,
  side: number,
  random: Random,
): void {
  const left = random.below(IMAGE_SIZE - side + 1);
  const top = random.below(IMAGE_SIZE - side + 1);
  for (let y = top; y < top + side; y++) {
    image.fill(0, y * IMAGE_SIZE + left, y * IMAGE_SIZE + left + side);
  }
}
