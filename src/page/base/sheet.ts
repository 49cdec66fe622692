/// <reference lib="dom" />
/**
 * Sheets of digits that the page loads: many 28x28 pictures in one PNG.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../../network/numbers.ts";
import { context2d } from "./ink.ts";
import type { Fetch } from "./request.ts";

/**
 * Loads a sheet.
 *
 * @param fetch Sends the request.
 * @param url The PNG: black paper, white ink.
 * @param columns Digits in a row.
 * @param rows Rows.
 * @returns The digits, row by row: 784 bytes each, 0 paper, 255 ink.
 * @throws {TypeError} If it cannot be loaded.
 * @throws {RangeError} If it has another size.
 */
export async function decodeSheet(
  fetch: Fetch,
  url: string,
  columns: number,
  rows: number,
): Promise<Uint8Array[]> {
  const response = await fetch(url, {});
  if (!response.ok) {
    throw new TypeError(`${url} answered ${response.status}, expected 200`);
  }
  const bitmap = await createImageBitmap(await response.blob(), {
    colorSpaceConversion: "none",
  });
  const { width, height } = bitmap;
  if (width !== columns * IMAGE_SIZE || height !== rows * IMAGE_SIZE) {
    throw new RangeError(
      `${url} is ${width}x${height}, expected ${columns} x ${rows} digits`,
    );
  }
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = context2d(canvas);
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return Array.from({ length: columns * rows }, (_, i) => {
    const left = i % columns * IMAGE_SIZE;
    const top = Math.floor(i / columns) * IMAGE_SIZE;
    return Uint8Array.from({ length: IMAGE_PIXELS }, (_, at) => {
      const x = left + at % IMAGE_SIZE;
      const y = top + Math.floor(at / IMAGE_SIZE);
      return data[(y * width + x) * 4]!;
    });
  });
}
