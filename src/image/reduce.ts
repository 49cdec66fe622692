/**
 * Makes large pictures small by averaging.
 *
 * It is not a general resampler: the factor is a whole number, so that each
 * result is the mean of a square of pixels.
 *
 * @module
 */

import type { GreyImage } from "./grey.ts";

/**
 * Averages squares of pixels until no side is longer than `side`.
 *
 * Squares at the right and lower edge may be cut; they are averaged over what
 * there is of them.
 *
 * @param image A picture of `width` x `height`.
 * @param side The longest side wanted, in pixels.
 * @returns The picture itself if it is small enough, else one of
 * `ceil(width / factor)` x `ceil(height / factor)`.
 *
 * @example
 * ```ts
 * import { reduce } from "./reduce.ts";
 * import assert from "node:assert/strict";
 *
 * const image = { width: 2, height: 2, pixels: Uint8Array.of(0, 10, 20, 30) };
 * assert.deepEqual(reduce(image, 1).pixels, Uint8Array.of(15));
 * ```
 */
export function reduce(image: GreyImage, side: number): GreyImage {
  const factor = Math.ceil(Math.max(image.width, image.height) / side);
  if (factor <= 1) return image;
  const width = Math.ceil(image.width / factor);
  const height = Math.ceil(image.height / factor);
  const pixels = new Uint8Array(width * height);
  const { pixels: source } = image;
  const sums = new Int32Array(image.width);
  for (let row = 0; row < height; row++) {
    const top = row * factor;
    const bottom = Math.min(image.height, top + factor);
    // Down each column first: a plain loop over whole rows.
    sums.fill(0);
    for (let y = top; y < bottom; y++) {
      const start = y * image.width;
      for (let x = 0; x < sums.length; x++) sums[x]! += source[start + x]!;
    }
    for (let column = 0, x = 0; column < width; column++) {
      const end = Math.min(x + factor, image.width);
      const count = (bottom - top) * (end - x);
      let sum = count >> 1;
      for (; x < end; x++) sum += sums[x]!;
      pixels[row * width + column] = sum / count;
    }
  }
  return { width, height, pixels };
}
