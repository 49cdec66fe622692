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
import { addBytes, createUnfilter } from "./png_filter.ts";

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
  const { words, bytes } = unfilter.plain;
  const changes = unfilter.filtered.words;
  let opaque = true;
  for (let row = 0; row < height; row++) {
    const filter = unfilter.load(source, row * (1 + 4 * width));
    const to = row * width;
    if (filter === 2 && row > 0) {
      // Only what differs from the row above is looked at.
      pixels.copyWithin(to, to - width, to);
      for (let i = 0; i < width; i++) {
        const change = changes[i]!;
        if (change === 0) continue;
        words[i] = addBytes(words[i]!, change);
        pixels[to + i] = greyOf(bytes, 4 * i, paper);
        if (bytes[4 * i + 3] !== 255) opaque = false;
      }
      continue;
    }
    unfilter.undo(filter);
    let last = ~words[0]!;
    let grey = 0;
    for (let i = 0; i < width; i++) {
      const color = words[i]!;
      if (color !== last) {
        last = color;
        grey = greyOf(bytes, 4 * i, paper);
        if (bytes[4 * i + 3] !== 255) opaque = false;
      }
      pixels[to + i] = grey;
    }
  }
  return { pixels, opaque };
}

function greyOf(bytes: Uint8Array, at: number, paper: number): number {
  const value = luminance(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!);
  const alpha = bytes[at + 3]!;
  return alpha === 255 ? value : blend(value, alpha, paper);
}
