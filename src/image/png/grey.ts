/**
 * From a plain PNG row to luminance and opacity, for every colour type and
 * depth.
 *
 * Sixteen-bit samples keep their high byte: grey of 8 bits is all that the
 * image path works on.
 *
 * @module
 */

import { luminance } from "../grey.ts";
import type { PngChunks } from "./chunks.ts";

/** Where a row's pixels go: to `to`, `to + by`, `to + 2 * by`, … */
export interface RowTarget {
  /** Luminance of the whole picture. */
  readonly pixels: Uint8Array;
  /** Opacity of the whole picture; null for one that is opaque. */
  readonly alpha: Uint8Array | null;
  /** Place of the row's first pixel. */
  readonly to: number;
  /** Distance of its pixels. */
  readonly by: number;
  /** Pixels in the row. */
  readonly columns: number;
}

/** Turns a plain row into grey. */
export type RowReader = (row: Uint8Array, target: RowTarget) => void;

/**
 * Whether a PNG's pixels have an opacity.
 *
 * @param png Its chunks; pixel data are not looked at.
 */
export function hasAlpha({ transparency, channels }: PngChunks): boolean {
  return transparency !== null || channels % 2 === 0;
}

/**
 * Chooses how the rows of a PNG become grey.
 *
 * @param png Its chunks; pixel data are not looked at.
 */
export function rowReader(png: PngChunks): RowReader {
  const { depth, channels, colorType } = png;
  const read = colorType === 3
    ? paletteReader(png)
    : channels < 3
    ? greyReader(png)
    : colorReader(png);
  if (depth === 8) return read;
  return (row, target) => {
    const count = target.columns * channels;
    read(toBytes(row, count, depth, colorType !== 3), target);
  };
}

function greyReader(png: PngChunks): RowReader {
  const { channels } = png;
  const key = colorKey(png);
  return (row, { pixels, alpha, to, by, columns }) => {
    if (alpha === null && by === 1) return pixels.set(row, to);
    for (let i = 0; i < columns; i++) {
      const value = row[i * channels]!;
      pixels[to + i * by] = value;
      if (alpha === null) continue;
      const clear = key !== null && value === key[0];
      alpha[to + i * by] = channels === 2
        ? row[i * channels + 1]!
        : clear
        ? 0
        : 255;
    }
  };
}

function colorReader(png: PngChunks): RowReader {
  return png.channels === 4 ? readColorAndAlpha : readColor(colorKey(png));
}

function readColorAndAlpha(row: Uint8Array, target: RowTarget): void {
  const { pixels, alpha, to, by, columns } = target;
  for (let at = 0, i = to; at < 4 * columns; at += 4, i += by) {
    pixels[i] = luminance(row[at]!, row[at + 1]!, row[at + 2]!);
    alpha![i] = row[at + 3]!;
  }
}

function readColor(key: number[] | null): RowReader {
  return (row, { pixels, alpha, to, by, columns }) => {
    for (let at = 0, i = to; at < 3 * columns; at += 3, i += by) {
      const red = row[at]!;
      const green = row[at + 1]!;
      const blue = row[at + 2]!;
      pixels[i] = luminance(red, green, blue);
      if (alpha === null) continue;
      const clear = key !== null && red === key[0] && green === key[1] &&
        blue === key[2];
      alpha[i] = clear ? 0 : 255;
    }
  };
}

/** Entries that are missing from the palette are black. */
function paletteReader({ palette, transparency }: PngChunks): RowReader {
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
  return (row, { pixels, alpha, to, by, columns }) => {
    for (let i = 0; i < columns; i++) {
      pixels[to + i * by] = greys[row[i]!]!;
      if (alpha !== null) alpha[to + i * by] = alphas[row[i]!]!;
    }
  };
}

/** Samples of any depth as bytes; `scaled` spreads small depths over 0 to 255. */
function toBytes(
  row: Uint8Array,
  count: number,
  depth: number,
  scaled: boolean,
): Uint8Array {
  const samples = new Uint8Array(count);
  if (depth === 16) {
    for (let i = 0; i < count; i++) samples[i] = row[2 * i]!;
    return samples;
  }
  const mask = (1 << depth) - 1;
  const factor = scaled ? 255 / mask : 1;
  for (let i = 0; i < count; i++) {
    const bit = i * depth;
    samples[i] = ((row[bit >> 3]! >> (8 - depth - (bit & 7))) & mask) * factor;
  }
  return samples;
}

/** The colour that `tRNS` makes transparent, as bytes; null if there is none. */
function colorKey(
  { transparency, depth, channels }: PngChunks,
): number[] | null {
  if (!transparency || transparency.length !== 2 * channels) return null;
  return Array.from({ length: channels }, (_, i) => {
    const high = transparency[2 * i]!;
    const low = transparency[2 * i + 1]!;
    return depth === 16 ? high : low * 255 / ((1 << depth) - 1);
  });
}
