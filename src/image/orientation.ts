/**
 * Applies EXIF orientation, so that a camera's picture is upright.
 *
 * @module
 */

import type { GreyImage } from "./grey.ts";

/**
 * Turns and mirrors a picture by its EXIF orientation.
 *
 * @param image The picture as stored.
 * @param orientation 1 to 8 as defined by EXIF; other values change nothing.
 *
 * @example
 * ```ts
 * import { turnUpright } from "./orientation.ts";
 * import assert from "node:assert/strict";
 *
 * const lying = { width: 2, height: 1, pixels: Uint8Array.of(1, 2) };
 * assert.deepEqual(turnUpright(lying, 6), {
 *   width: 1,
 *   height: 2,
 *   pixels: Uint8Array.of(1, 2),
 * });
 * ```
 */
export function turnUpright(image: GreyImage, orientation: number): GreyImage {
  if (!(orientation > 1 && orientation <= 8)) return image;
  const { width, height, pixels } = image;
  const swapped = orientation >= 5;
  const mirroredX = [2, 3, 7, 8].includes(orientation);
  const mirroredY = [3, 4, 6, 7].includes(orientation);
  const columns = swapped ? height : width;
  const rows = swapped ? width : height;
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      // The source of this upright pixel.
      const alongX = swapped ? y : x;
      const alongY = swapped ? x : y;
      const fromX = mirroredX ? width - 1 - alongX : alongX;
      const fromY = mirroredY ? height - 1 - alongY : alongY;
      turned[y * columns + x] = pixels[fromY * width + fromX]!;
    }
  }
  return { width: columns, height: rows, pixels: turned };
}
