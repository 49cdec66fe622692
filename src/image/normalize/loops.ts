/**
 * Opens the loops of small digits that blur has filled.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import type { Box } from "./components.ts";

/** Maximum longer side of a small digit, in pixels; MNIST's is 20. */
const SMALL = 18;

/** How much lighter a pixel gets, relative to its difference from the mean. */
const AMOUNT = 2;

/**
 * Makes ink lighter where it is lighter than the mean of the 3x3 pixels around
 * it, as in the middle of a loop.
 *
 * @param digit The digit's ink, 0 outside of it.
 * @param box Its box.
 * @param threshold The highest level that is still paper.
 * @returns The same picture if the digit is not small.
 */
export function openLoops(
  digit: GreyImage,
  { left, top, right, bottom }: Box,
  threshold: number,
): GreyImage {
  const { width, height, pixels } = digit;
  if (Math.max(right - left, bottom - top) > SMALL) return digit;
  const result = pixels.slice();
  for (let y = Math.max(1, top); y < Math.min(height - 1, bottom); y++) {
    for (let x = Math.max(1, left); x < Math.min(width - 1, right); x++) {
      const at = y * width + x;
      if (pixels[at]! <= threshold) continue;
      let sum = 0;
      for (let row = at - width; row <= at + width; row += width) {
        sum += pixels[row - 1]! + pixels[row]! + pixels[row + 1]!;
      }
      const less = sum / 9 - pixels[at]!;
      if (less > 0) result[at] = Math.max(0, pixels[at]! - AMOUNT * less);
    }
  }
  return { ...digit, pixels: result };
}
