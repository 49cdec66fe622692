/**
 * Arranges digits side by side in one picture.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../network/numbers.ts";
import type { GreyImage } from "./grey.ts";

/**
 * Makes a sheet of digits without gaps: digit `i` fills the square of 28x28 at
 * column `i % columns` and row `floor(i / columns)`.
 *
 * @param digits `n * 784` bytes.
 * @param columns Digits per row; fewer digits make one shorter row.
 * @returns The digits' values; 0 where there is no digit.
 *
 * @example
 * ```ts
 * import { layOutSheet } from "./sheet.ts";
 * import assert from "node:assert/strict";
 *
 * const { width, height } = layOutSheet(new Uint8Array(3 * 784), 2);
 * assert.deepEqual([width, height], [2 * 28, 2 * 28]);
 * ```
 */
export function layOutSheet(
  digits: Uint8Array,
  columns: number,
): GreyImage {
  const count = digits.length / IMAGE_PIXELS;
  const across = Math.min(columns, count);
  const width = across * IMAGE_SIZE;
  const height = Math.ceil(count / across) * IMAGE_SIZE;
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < count; index++) {
    const left = (index % across) * IMAGE_SIZE;
    const top = Math.floor(index / across) * IMAGE_SIZE;
    for (let y = 0; y < IMAGE_SIZE; y++) {
      const from = index * IMAGE_PIXELS + y * IMAGE_SIZE;
      pixels.set(
        digits.subarray(from, from + IMAGE_SIZE),
        (top + y) * width + left,
      );
    }
  }
  return { width, height, pixels };
}
