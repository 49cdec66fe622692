/**
 * Converts an unfiltered PNG row to luminance on paper, for every colour type
 * and depth.
 *
 * Samples of 16 bits keep their high byte, because the image path uses 8 bits.
 *
 * @module
 */

import { blend, luminance } from "../grey.ts";
import type { PngChunks } from "./chunks.ts";

/**
 * Where the pixels of a row are written: to `to`, `to + by`, `to + 2 * by`, …
 */
export interface RowTarget {
  /** Luminance of the whole picture. */
  readonly pixels: Uint8Array;
  /** Index of the row's first pixel. */
  readonly to: number;
  /** Distance between its pixels. */
  readonly by: number;
  /** Pixels in the row. */
  readonly columns: number;
}

/**
 * Converts an unfiltered row to luminance.
 *
 * @returns Whether all of its pixels are opaque.
 */
export type RowReader = (row: Uint8Array, target: RowTarget) => boolean;

/**
 * Chooses the conversion for a PNG's rows.
 *
 * @param png Its chunks; pixel data is not read.
 * @param paper Luminance of the paper under transparent pixels, 0 to 255.
 */
export function rowReader(png: PngChunks, paper: number): RowReader {
  const { channels, depth } = png;
  if (channels === 1 && depth <= 8) return levelReader(png, paper);
  return sampleReader(png, paper);
}

/** Reads single samples of up to 8 bits, grey or palette, from a table. */
function levelReader(png: PngChunks, paper: number): RowReader {
  const { depth } = png;
  const { greys, alphas } = png.colorType === 3
    ? paletteTable(png)
    : greyTable(png);
  const laid = greys.map((grey, i) => blend(grey, alphas[i]!, paper));
  const mask = (1 << depth) - 1;
  return (bytes, { pixels, to, by, columns }) => {
    let opacity = 255;
    for (let i = 0; i < columns; i++) {
      const bit = i * depth;
      const level = (bytes[bit >> 3]! >> (8 - depth - (bit & 7))) & mask;
      pixels[to + i * by] = laid[level]!;
      opacity &= alphas[level]!;
    }
    return opacity === 255;
  };
}

/** Luminance and opacity of each level. */
interface LevelTable {
  readonly greys: Uint8Array;
  readonly alphas: Uint8Array;
}

/** Entries missing from the palette are black. */
function paletteTable({ palette, transparency }: PngChunks): LevelTable {
  const greys = new Uint8Array(256);
  const alphas = new Uint8Array(256).fill(255);
  const colors = palette?.subarray(0, 3 * 256) ?? [];
  for (let i = 0; 3 * i + 2 < colors.length; i++) {
    greys[i] = luminance(
      colors[3 * i]!,
      colors[3 * i + 1]!,
      colors[3 * i + 2]!,
    );
  }
  alphas.set(transparency?.subarray(0, 256) ?? []);
  return { greys, alphas };
}

function greyTable({ depth, transparency }: PngChunks): LevelTable {
  const levels = 1 << depth;
  const greys = Uint8Array.from(
    { length: levels },
    (_, level) => level * 255 / (levels - 1),
  );
  const alphas = new Uint8Array(levels).fill(255);
  if (transparency?.length === 2) {
    alphas[(transparency[0]! << 8) | transparency[1]!] = 0;
  }
  return { greys, alphas };
}

/** Reads samples of 8 or 16 bits, one to four a pixel. */
function sampleReader(png: PngChunks, paper: number): RowReader {
  const { channels } = png;
  const size = png.depth / 8;
  const pixelBytes = channels * size;
  const hasColor = channels >= 3;
  const alphaAt = channels % 2 === 0 ? (channels - 1) * size : -1;
  const clear = clearPixel(png);
  return (bytes, { pixels, to, by, columns }) => {
    let opacity = 255;
    for (let i = 0, at = 0; i < columns; i++, at += pixelBytes) {
      let grey = hasColor
        ? luminance(bytes[at]!, bytes[at + size]!, bytes[at + 2 * size]!)
        : bytes[at]!;
      const alpha = alphaAt >= 0
        ? bytes[at + alphaAt]!
        : clear !== null && clear.every((byte, k) => bytes[at + k] === byte)
        ? 0
        : 255;
      if (alpha !== 255) {
        grey = blend(grey, alpha, paper);
        opacity &= alpha;
      }
      pixels[to + i * by] = grey;
    }
    return opacity === 255;
  };
}

/**
 * The bytes of the pixel that `tRNS` makes transparent; null if there is none.
 */
function clearPixel(
  { transparency, depth, channels }: PngChunks,
): Uint8Array | null {
  if (transparency === null || transparency.length !== 2 * channels) {
    return null;
  }
  return depth === 16
    ? transparency
    : transparency.filter((_, i) => i % 2 === 1);
}
