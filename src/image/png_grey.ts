/**
 * From a plain PNG row to luminance and opacity, for every colour type and
 * depth.
 *
 * Sixteen-bit samples keep their high byte: grey of 8 bits is all that the
 * image path works on.
 *
 * @module
 */

import { luminance } from "./grey.ts";
import type { PngChunks } from "./png_chunks.ts";

/** Turns plain rows of one PNG into grey. */
export interface GreyReader {
  /** Whether opacity is written. */
  readonly hasAlpha: boolean;
  /** Writes a row's luminance and opacity to `to`, `to + by`, … */
  read(
    row: Uint8Array,
    columns: number,
    pixels: Uint8Array,
    alpha: Uint8Array | null,
    to: number,
    by: number,
  ): void;
}

/**
 * Chooses how the rows of a PNG become grey.
 *
 * @param png Its chunks; pixel data are not looked at.
 */
export function greyReader(png: PngChunks): GreyReader {
  const { depth, channels, colorType, transparency } = png;
  const lookup = colorType === 3 ? paletteLookup(png) : null;
  const key = colorType === 3 ? null : colorKey(png);
  const hasAlpha = transparency !== null || channels % 2 === 0;
  return {
    hasAlpha,
    read(row, columns, pixels, alpha, to, by) {
      const samples = depth === 8
        ? row
        : eightBits(row, columns * channels, depth, colorType !== 3);
      for (let i = 0, at = 0; i < columns; i++, at += channels, to += by) {
        const first = samples[at]!;
        if (lookup) {
          pixels[to] = lookup.grey[first]!;
          if (alpha) alpha[to] = lookup.alpha[first]!;
        } else if (channels < 3) {
          pixels[to] = first;
          if (channels === 2) alpha![to] = samples[at + 1]!;
          else if (alpha) alpha[to] = key && first === key[0] ? 0 : 255;
        } else {
          const green = samples[at + 1]!;
          const blue = samples[at + 2]!;
          pixels[to] = luminance(first, green, blue);
          if (channels === 4) alpha![to] = samples[at + 3]!;
          else if (alpha) {
            const clear = key && first === key[0] && green === key[1] &&
              blue === key[2];
            alpha[to] = clear ? 0 : 255;
          }
        }
      }
    },
  };
}

/** Samples of any depth as bytes; `scaled` spreads small depths over 0 to 255. */
function eightBits(
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

/** Luminance and opacity by palette entry; missing entries are black. */
function paletteLookup({ palette, transparency }: PngChunks) {
  const grey = new Uint8Array(256);
  const alpha = new Uint8Array(256).fill(255);
  for (let i = 0; i * 3 + 2 < Math.min(palette!.length, 768); i++) {
    const [red, green, blue] = palette!.subarray(
      i * 3,
      i * 3 + 3,
    ) as unknown as [number, number, number];
    grey[i] = luminance(red, green, blue);
  }
  if (transparency) alpha.set(transparency.subarray(0, 256));
  return { grey, alpha };
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
