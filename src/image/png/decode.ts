/**
 * Decodes PNG to grey: every colour type, every depth, interlaced or not,
 * transparency laid on white paper.
 *
 * It is not a general PNG library: colour is reduced to luminance row by row,
 * and profiles, gamma and animation are passed over. A drawing of 280x280
 * takes a tenth of the time that general decoders in JavaScript take, and what
 * a file inflates to is bounded by what its header claims.
 *
 * @module
 */

import { type GreyImage, layOnPaper } from "../grey.ts";
import { readCanvas, readCanvasRows } from "./canvas.ts";
import { type PngChunks, readPngChunks } from "./chunks.ts";
import { createUnfilter } from "./filter.ts";
import { hasAlpha, rowReader } from "./grey.ts";
import { inflate } from "./inflate.ts";
import {
  reduce,
  type ReducedPicture,
  reducingFactor,
} from "../normalize/reduce.ts";

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
 * @param bytes A file that begins with PNG's signature.
 * @throws {SyntaxError} The file is cut short or damaged.
 * @throws {RangeError} Its header claims a size that is not decoded.
 */
export function decodePng(bytes: Uint8Array): GreyImage {
  return decode(readPngChunks(bytes));
}

/**
 * Decodes a PNG file and makes it as small as {@linkcode reduce} does: for a
 * canvas in one go.
 *
 * @param bytes A file that begins with PNG's signature.
 * @param side The longest side wanted, in pixels.
 * @throws {SyntaxError} The file is cut short or damaged.
 * @throws {RangeError} Its header claims a size that is not decoded.
 */
export function decodePngReduced(
  bytes: Uint8Array,
  side: number,
): ReducedPicture {
  const png = readPngChunks(bytes);
  const { width, height, data } = png;
  const pixels = isCanvas(png) && reducingFactor(png, side) === 2
    ? readCanvas(data, width, height, 2)
    : null;
  const image = pixels === null ? reduce(decode(png), side) : {
    width: Math.ceil(width / 2),
    height: Math.ceil(height / 2),
    pixels,
  };
  return { width, height, image };
}

/** Whether rows are as browsers' canvases give them. */
function isCanvas({ colorType, depth, interlaced }: PngChunks): boolean {
  return colorType === 6 && depth === 8 && !interlaced;
}

function decode(png: PngChunks): GreyImage {
  const { width, height } = png;
  const small = isCanvas(png) ? readCanvas(png.data, width, height) : null;
  if (small !== null) return { width, height, pixels: small };
  const bits = png.depth * png.channels;
  const step = Math.max(1, bits >> 3);
  const passes = (png.interlaced ? ADAM7 : WHOLE).map(([x, y, dx, dy]) => ({
    x,
    y,
    dx,
    dy,
    columns: Math.ceil((width - x) / dx),
    rows: Math.ceil((height - y) / dy),
  })).filter(({ columns, rows }) => columns > 0 && rows > 0);
  const rowBytes = (columns: number) => Math.ceil(columns * bits / 8);
  const expected = passes.reduce(
    (sum, { columns, rows }) => sum + rows * (1 + rowBytes(columns)),
    0,
  );
  const filtered = inflate(png.data, expected);
  if (isCanvas(png)) {
    return { width, height, pixels: readCanvasRows(filtered, width, height) };
  }
  const pixels = new Uint8Array(width * height);
  const readRow = rowReader(png);
  const alpha = hasAlpha(png) ? new Uint8Array(pixels.length) : null;
  let at = 0;
  for (const { x, y, dx, dy, columns, rows } of passes) {
    const length = rowBytes(columns);
    const unfilter = createUnfilter(length, step);
    for (let row = 0; row < rows; row++) {
      unfilter.undo(unfilter.load(filtered, at));
      const to = (y + row * dy) * width + x;
      readRow(unfilter.plain.bytes, { pixels, alpha, to, by: dx, columns });
      at += 1 + length;
    }
  }
  if (alpha) layOnPaper(pixels, alpha);
  return { width, height, pixels };
}
