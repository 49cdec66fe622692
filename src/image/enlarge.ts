/**
 * Enlarges a picture by a whole factor.
 *
 * @module
 */

import type { GreyImage } from "./grey.ts";

/**
 * Makes every pixel a square.
 *
 * @param image A picture.
 * @param scale Side of a square in pixels, from 1.
 * @returns The enlarged picture; the same one for scale 1.
 *
 * @example
 * ```ts
 * import { enlarge } from "./enlarge.ts";
 * import assert from "node:assert/strict";
 *
 * const image = { width: 2, height: 1, pixels: Uint8Array.of(1, 2) };
 * assert.deepEqual(enlarge(image, 2), {
 *   width: 4,
 *   height: 2,
 *   pixels: Uint8Array.of(1, 1, 2, 2, 1, 1, 2, 2),
 * });
 * ```
 */
export function enlarge(image: GreyImage, scale: number): GreyImage {
  if (scale === 1) return image;
  const width = image.width * scale;
  const height = image.height * scale;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < image.height; y++) {
    const top = y * scale * width;
    for (let x = 0; x < image.width; x++) {
      const from = top + x * scale;
      pixels.fill(image.pixels[y * image.width + x]!, from, from + scale);
    }
    for (let row = 1; row < scale; row++) {
      pixels.copyWithin(top + row * width, top, top + width);
    }
  }
  return { width, height, pixels };
}
