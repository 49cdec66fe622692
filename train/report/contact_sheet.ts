/**
 * Draws many digits as one picture, for training runs and reports. The
 * service's sheets are in src/image.
 *
 * @module
 */

import { encode } from "fast-png";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../src/network/numbers.ts";

/** Layout of a contact sheet. */
export interface ContactSheetOptions {
  /** Digits per row; the last row may be shorter. Default 10. */
  readonly columns?: number;
  /** Side of the square that each pixel becomes. Default 1. */
  readonly scale?: number;
  /** Pixels between digits and around them, not scaled. Default 2. */
  readonly padding?: number;
}

/** Grey between the digits: lighter than ink, darker than paper. */
const GAP_GREY = 208;

/**
 * Draws digits as a grid, dark ink on white paper, row by row.
 *
 * @param images Whole 28x28 images, row-major, 0 paper: bytes up to 255, or
 *   floats up to 1 (clamped).
 * @returns The bytes of an 8-bit greyscale PNG.
 * @throws {TypeError} If the images are not a whole number of 784 pixels, at
 *   least one.
 * @throws {RangeError} If an option is not an integer in its range.
 *
 * @example
 * ```ts
 * import { contactSheet } from "./contact_sheet.ts";
 * import assert from "node:assert/strict";
 *
 * const png = contactSheet(new Float32Array(20 * 784), { columns: 5 });
 * assert.deepEqual([...png.subarray(1, 4)], [0x50, 0x4e, 0x47]);
 * ```
 */
export function contactSheet(
  images: Uint8Array | Float32Array,
  { columns = 10, scale = 1, padding = 2 }: ContactSheetOptions = {},
): Uint8Array {
  const count = images.length / IMAGE_PIXELS;
  if (!Number.isInteger(count) || count < 1) {
    throw new TypeError(
      `${images.length} pixels, expected a multiple of ${IMAGE_PIXELS}: at least one image`,
    );
  }
  checkInteger("columns", columns, 1);
  checkInteger("scale", scale, 1);
  checkInteger("padding", padding, 0);

  const pitch = IMAGE_SIZE * scale + padding;
  const across = Math.min(columns, count);
  const width = across * pitch + padding;
  const height = Math.ceil(count / across) * pitch + padding;
  const data = new Uint8Array(width * height).fill(GAP_GREY);
  const ink = images instanceof Float32Array ? 255 : 1;
  for (let i = 0; i < count; i++) {
    const left = padding + (i % across) * pitch;
    const top = padding + Math.floor(i / across) * pitch;
    for (let y = 0; y < IMAGE_SIZE * scale; y++) {
      const row = i * IMAGE_PIXELS + Math.floor(y / scale) * IMAGE_SIZE;
      const target = (top + y) * width + left;
      for (let x = 0; x < IMAGE_SIZE * scale; x++) {
        const value = Math.round(images[row + Math.floor(x / scale)]! * ink);
        data[target + x] = 255 - Math.min(255, Math.max(0, value));
      }
    }
  }
  return encode({ width, height, data, channels: 1, depth: 8 });
}

function checkInteger(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(
      `${name} is ${value}, expected an integer of at least ${least}`,
    );
  }
}
