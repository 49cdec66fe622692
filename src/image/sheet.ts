/**
 * Lays digits side by side, as one picture.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../network/numbers.ts";
import type { GreyImage } from "./grey.ts";

/**
 * Makes a sheet of digits, row by row, without gaps: the digit `i` fills the
 * square of `28 * scale` at column `i % columns` and row `floor(i / columns)`.
 *
 * @param digits `n * 784` bytes.
 * @param columns Digits in a row; fewer digits make one shorter row.
 * @param scale Pixels of the sheet along a digit's pixel.
 * @returns Grey values as the digits have them; 0 where there is no digit.
 *
 * @example
 * ```ts
 * import { layOutSheet } from "./sheet.ts";
 * import assert from "node:assert/strict";
 *
 * const { width, height } = layOutSheet(new Uint8Array(3 * 784), 2, 4);
 * assert.deepEqual([width, height], [2 * 28 * 4, 2 * 28 * 4]);
 * ```
 */
export function layOutSheet(
  digits: Uint8Array,
  columns: number,
  scale: number,
): GreyImage {
  const count = digits.length / IMAGE_PIXELS;
  const across = Math.min(columns, count);
  const side = IMAGE_SIZE * scale;
  const width = across * side;
  const height = Math.ceil(count / across) * side;
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < count; index++) {
    const left = (index % across) * side;
    const top = Math.floor(index / across) * side;
    for (let y = 0; y < side; y++) {
      const from = index * IMAGE_PIXELS + Math.floor(y / scale) * IMAGE_SIZE;
      const to = (top + y) * width + left;
      for (let x = 0; x < side; x++) {
        pixels[to + x] = digits[from + Math.floor(x / scale)]!;
      }
    }
  }
  return { width, height, pixels };
}
