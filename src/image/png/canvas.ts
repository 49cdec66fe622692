/**
 * The rows that browsers' canvases give, to grey: four bytes a pixel, red,
 * green, blue and opacity, mostly the same as the pixel above or before.
 *
 * It does what `grey.ts` and `layOnPaper` do for every kind of picture, for
 * this one kind, in one pass of a kernel over as many rows as there is room for.
 *
 * @module
 */

import { isFlat } from "../grey.ts";
import { after, kernel, ROOM } from "../kernel.ts";

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

/** Most bytes of a compressed stream that a kernel inflates. */
const STREAM_BYTES = 1 << 17;

/** Room for what a kernel inflates with. */
const CODE_BYTES = 1 << 14;

/** Pixels of the longest row whose checksum is added up with its grey. */
const MOST_SUMMED = 1024;

/** Bytes of the sums that a checksum is made of. */
const SUMS_BYTES = 16;

/** Bytes behind what is inflated that the kernel may overwrite. */
const BEYOND = 272;

/**
 * The same for a stream that is still compressed, without anything as large as
 * its rows being made outside of the kernels' memory.
 *
 * @param parts A zlib stream, in the parts that a file holds it in.
 * @param width Pixels in a row.
 * @param height Rows.
 * @param factor 2 for half as many pixels along each side, as `reduce` makes.
 * @returns Null for what is too large, of a rare form or damaged: `inflate` of
 *   inflate.ts tells.
 */
export function readCanvas(
  parts: readonly Uint8Array[],
  width: number,
  height: number,
  factor: 1 | 2 = 1,
): Uint8Array | null {
  const { run, bytes, words } = kernel;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const expected = height * (1 + 4 * width);
  if (
    expected > BAND_BYTES || length > STREAM_BYTES || length < 2 ||
    width > MOST_SUMMED
  ) return null;
  const room = after(ROOM, expected + BEYOND);
  const stream = after(room, CODE_BYTES);
  let at = stream;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  if (run.inflate(stream, length, ROOM, expected, room) === 0) return null;
  const checksum = words[room / 4]!;
  // The place of what was inflated with is free for the grey.
  const sums = room;
  const plain = after(sums, SUMS_BYTES);
  const grey = after(plain, 4 * width);
  const lay = (paper: number) => {
    bytes.fill(0, plain, plain + 4 * width);
    run.beginSums(sums);
    return run.canvasRows(ROOM, width, height, 0, paper, plain, grey, sums);
  };
  const found = lay(255);
  if (found < 0 || run.adler32(sums) !== checksum) return null;
  const end = grey + width * height;
  if (found === 0 && isFlat(bytes.subarray(grey, end))) lay(0);
  if (factor === 1) return bytes.slice(grey, end);
  const half = after(end, 0);
  run.halve(grey, width, height, half);
  return bytes.slice(half, half + Math.ceil(width / 2) * Math.ceil(height / 2));
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
  const sums = ROOM;
  const plain = after(sums, SUMS_BYTES);
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
    const found = run.canvasRows(
      band,
      width,
      rows,
      row,
      paper,
      plain,
      grey,
      sums,
    );
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
