/**
 * The rows that browsers' canvases give, to grey: four bytes a pixel, red,
 * green, blue and opacity, mostly the same as the pixel above or before.
 *
 * It does what `png_grey.ts` and `layOnPaper` do for every kind of picture, for
 * this one kind, in one pass of a kernel over as many rows as there is room for.
 *
 * @module
 */

import { isFlat } from "./grey.ts";
import { after, kernel, ROOM } from "./kernel.ts";

/** Bytes of filtered rows that are worked on at once. */
const BAND_BYTES = 1 << 19;

/**
 * Turns inflated rows into luminance, laid on white paper, or on black where
 * white would leave nothing to see.
 *
 * @param source Rows of `1 + 4 * width` filtered bytes.
 * @param width Pixels in a row.
 * @param height Rows.
 * @returns `width * height` bytes.
 * @throws {SyntaxError} A row has a filter that does not exist.
 */
export function readCanvasRows(
  source: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  const { pixels, opaque } = layRows(source, width, height, 255);
  return opaque || !isFlat(pixels)
    ? pixels
    : layRows(source, width, height, 0).pixels;
}

function layRows(
  source: Uint8Array,
  width: number,
  height: number,
  paper: number,
): { pixels: Uint8Array; opaque: boolean } {
  const { run, bytes } = kernel;
  const rowBytes = 1 + 4 * width;
  const most = Math.min(height, Math.floor(BAND_BYTES / rowBytes));
  const plain = ROOM;
  // Before the grey rows of a band there is the last one of the band before.
  const above = after(plain, 4 * width);
  const grey = above + width;
  const band = after(grey, most * width);
  bytes.fill(0, plain, plain + 4 * width);
  const pixels = new Uint8Array(most < height ? width * height : 0);
  let opaque = true;
  for (let row = 0; row < height; row += most) {
    const rows = Math.min(most, height - row);
    const start = row * rowBytes;
    bytes.set(source.subarray(start, start + rows * rowBytes), band);
    const found = run.canvasRows(band, width, rows, row, paper, plain, grey);
    if (found < 0) {
      throw new SyntaxError(
        `The PNG has a row filter ${-found}; 0 to 4 exist`,
      );
    }
    if (found === 0) opaque = false;
    const end = grey + rows * width;
    if (rows === height) {
      return { pixels: bytes.slice(grey, end), opaque };
    }
    pixels.set(bytes.subarray(grey, end), row * width);
    bytes.copyWithin(above, end - width, end);
  }
  return { pixels, opaque };
}
