/**
 * The rows that browsers' canvases give, to grey: four bytes a pixel, red,
 * green, blue and opacity, mostly the same as the pixel above or before.
 *
 * It does what `png_grey.ts` and `layOnPaper` do for every kind of picture, for
 * this one kind, in one pass.
 *
 * @module
 */

import { blend, isFlat, luminance } from "./grey.ts";
import {
  addBytes,
  createUnfilter,
  type RowBytes,
  type Unfilter,
} from "./png_filter.ts";

/** PNG's filter of differences to the row above. */
const UP = 2;

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
  const pixels = new Uint8Array(width * height);
  const unfilter = createUnfilter(4 * width, 4);
  let opaque = true;
  for (let row = 0; row < height; row++) {
    const filter = unfilter.load(source, row * (1 + 4 * width));
    const to = row * width;
    if (filter === UP && row > 0) {
      pixels.copyWithin(to, to - width, to);
      if (!layChanges(unfilter, pixels, to, paper)) opaque = false;
    } else {
      unfilter.undo(filter);
      if (!layRow(unfilter.plain, pixels, to, paper)) opaque = false;
    }
  }
  return { pixels, opaque };
}

/**
 * Undoes a row that holds differences to the row above, and lays on paper what
 * differs.
 *
 * @returns Whether all that differs is opaque.
 */
function layChanges(
  { filtered, plain: { words, bytes } }: Unfilter,
  pixels: Uint8Array,
  to: number,
  paper: number,
): boolean {
  const changes = filtered.words;
  let opaque = true;
  const count = changes.length;
  for (let i = 0; i < count; i++) {
    // Mostly nothing differs: four pixels are passed over at once.
    while (
      i + 4 <= count &&
      (changes[i]! | changes[i + 1]! | changes[i + 2]! | changes[i + 3]!) === 0
    ) i += 4;
    const change = i < count ? changes[i]! : 0;
    if (change === 0) continue;
    words[i] = addBytes(words[i]!, change);
    pixels[to + i] = greyOf(bytes, 4 * i, paper);
    if (bytes[4 * i + 3] !== 255) opaque = false;
  }
  return opaque;
}

/**
 * Lays a plain row on paper; runs of one colour are computed once.
 *
 * @returns Whether all of it is opaque.
 */
function layRow(
  { words, bytes }: RowBytes,
  pixels: Uint8Array,
  to: number,
  paper: number,
): boolean {
  let opaque = true;
  let last = ~words[0]!;
  let grey = 0;
  for (let i = 0; i < words.length; i++) {
    const color = words[i]!;
    if (color !== last) {
      last = color;
      grey = greyOf(bytes, 4 * i, paper);
      if (bytes[4 * i + 3] !== 255) opaque = false;
    }
    pixels[to + i] = grey;
  }
  return opaque;
}

function greyOf(bytes: Uint8Array, at: number, paper: number): number {
  const value = luminance(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!);
  const alpha = bytes[at + 3]!;
  return alpha === 255 ? value : blend(value, alpha, paper);
}
