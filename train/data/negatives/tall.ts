/**
 * Recognizes pictures that anybody would read as a one, such as a bracket, or a
 * letter that lost a part in the image path.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";

/** Ink, not the pen's soft edge. */
const INK = 128;

/** A one's width is at most this share of its height. */
const THIN = 0.34;

/**
 * Whether a picture's ink is much taller than wide.
 *
 * @param pixels 28x28 bytes, row-major, 0 paper, 255 ink.
 */
export function isTallAndThin(pixels: Uint8Array): boolean {
  let [left, right, top, bottom] = [IMAGE_SIZE, -1, IMAGE_SIZE, -1];
  pixels.forEach((value, i) => {
    if (value < INK) return;
    left = Math.min(left, i % IMAGE_SIZE);
    right = Math.max(right, i % IMAGE_SIZE);
    top = Math.min(top, Math.floor(i / IMAGE_SIZE));
    bottom = Math.max(bottom, Math.floor(i / IMAGE_SIZE));
  });
  return right >= 0 && right - left + 1 < THIN * (bottom - top + 1);
}
