/**
 * Softer edges, as from a camera or a scaled-down drawing.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import { PADDED_ORIGIN, PADDED_STRIDE } from "./padded.ts";

/**
 * Blends an image with its blur by the 3x3 binomial `[1 2 1]^2 / 16`.
 *
 * @param source The image, padded.
 * @param image Where to write the result: 28x28, row-major.
 * @param amount From 0, unchanged, to 1, a blur with a standard deviation of
 * 0.7 pixels.
 */
export function blur(
  source: Float32Array,
  image: Float32Array,
  amount: number,
): void {
  for (let y = 0, i = 0; y < IMAGE_SIZE; y++) {
    let k = PADDED_ORIGIN + y * PADDED_STRIDE;
    let before = column(source, k - 1);
    let here = column(source, k);
    for (let x = 0; x < IMAGE_SIZE; x++, i++, k++) {
      const behind = column(source, k + 1);
      const blurred = (before + 2 * here + behind) / 16;
      image[i] = source[k]! + amount * (blurred - source[k]!);
      before = here;
      here = behind;
    }
  }
}

function column(source: Float32Array, k: number): number {
  const above = source[k - PADDED_STRIDE]!;
  return above + 2 * source[k]! + source[k + PADDED_STRIDE]!;
}
