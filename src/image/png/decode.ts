/**
 * Decodes PNG to grey: every colour type and depth, interlaced or not, upright
 * by its EXIF orientation.
 *
 * Colour is reduced to luminance row by row; profiles, gamma and animation are
 * ignored.
 *
 * @module
 */

import { type GreyImage, isFlat } from "../grey.ts";
import { turnUpright } from "../orientation.ts";
import { isCanvas, readCanvas } from "./canvas.ts";
import { type PngChunks, readPngChunks } from "./chunks.ts";
import { createUnfilter } from "./filter.ts";
import { inflate } from "./inflate.ts";
import { type RowReader, rowReader } from "./rows.ts";

const WHITE = 255;
const BLACK = 0;

/** First pixel and step of each of Adam7's passes: x, y, step x, step y. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const WHOLE = [[0, 0, 1, 1]] as const;

/**
 * Decodes a PNG file.
 *
 * Transparent pixels show white paper. If nothing is visible on white, as with
 * a light pen on a transparent ground, the paper is black.
 *
 * @param bytes A file that begins with PNG's signature.
 * @throws {SyntaxError} The file is truncated or damaged.
 * @throws {RangeError} Its header claims an unsupported size.
 */
export function decodePng(bytes: Uint8Array): GreyImage {
  const png = readPngChunks(bytes);
  const { width, height, orientation } = png;
  const passes = passesOf(png);
  const filtered = inflate(
    png.data,
    passes.reduce((sum, { rows, rowBytes }) => sum + rows * (1 + rowBytes), 0),
  );
  const pixels = new Uint8Array(width * height);
  const read = (paper: number) =>
    isCanvas(png)
      ? readCanvas(filtered, png, paper, pixels)
      : readPasses(filtered, png, passes, rowReader(png, paper), pixels);
  if (!read(WHITE) && isFlat(pixels)) read(BLACK);
  free(filtered);
  return turnUpright({ width, height, pixels }, orientation);
}

/** Buffers from this size on are freed at once. */
const LARGE = 1 << 20;

/** Frees up to 134 MB. Small buffers may share their memory with others. */
function free({ buffer }: Uint8Array): void {
  if (buffer.byteLength >= LARGE && buffer instanceof ArrayBuffer) {
    buffer.transfer(0);
  }
}

/** The pixels `x, x + dx, …` of the rows `y, y + dy, …`. */
interface Pass {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly columns: number;
  readonly rows: number;
  /** Bytes of a row, without its filter. */
  readonly rowBytes: number;
}

/** The passes that contain pixels. */
function passesOf(png: PngChunks): Pass[] {
  const bits = png.depth * png.channels;
  return (png.interlaced ? ADAM7 : WHOLE).map(([x, y, dx, dy]) => {
    const columns = Math.ceil((png.width - x) / dx);
    const rows = Math.ceil((png.height - y) / dy);
    const rowBytes = Math.ceil(columns * bits / 8);
    return { x, y, dx, dy, columns, rows, rowBytes };
  }).filter(({ columns, rows }) => columns > 0 && rows > 0);
}

/**
 * Converts filtered rows to luminance.
 *
 * @returns Whether all pixels are opaque.
 */
function readPasses(
  filtered: Uint8Array,
  png: PngChunks,
  passes: readonly Pass[],
  readRow: RowReader,
  pixels: Uint8Array,
): boolean {
  const step = Math.max(1, png.depth * png.channels >> 3);
  let isOpaque = true;
  let at = 0;
  for (const { x, y, dx, dy, columns, rows, rowBytes } of passes) {
    const unfilter = createUnfilter(rowBytes, step);
    for (let row = 0; row < rows; row++) {
      unfilter.undo(unfilter.load(filtered, at));
      const to = (y + row * dy) * png.width + x;
      const target = { pixels, to, by: dx, columns };
      if (!readRow(unfilter.plain.bytes, target)) isOpaque = false;
      at += 1 + rowBytes;
    }
  }
  return isOpaque;
}
