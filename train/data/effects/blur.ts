/**
 * Softer edges, as from a camera or a scaled-down drawing.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import { pad, PADDED_ORIGIN, PADDED_STRIDE } from "./padded.ts";

/**
 * Blends an image with its blur by the 3x3 binomial `[1 2 1]^2 / 16`, in place.
 *
 * @param image 28x28, row-major.
 * @param amount From 0, as it was, to 1, a blur of 0.7 pixels' standard deviation.
 */
export function blur(image: Float32Array, amount: number): void {
  const source = pad(image);
  for (let y = 0, i = 0; y < IMAGE_SIZE; y++) {
    let k = PADDED_ORIGIN + y * PADDED_STRIDE;
    for (let x = 0; x < IMAGE_SIZE; x++, i++, k++) {
      const blurred = (column(source, k - 1) + 2 * column(source, k) +
        column(source, k + 1)) / 16;
      image[i]! += amount * (blurred - image[i]!);
    }
  }
}

function column(source: Float32Array, k: number): number {
  return source[k - PADDED_STRIDE]! + 2 * source[k]! +
    source[k + PADDED_STRIDE]!;
}
