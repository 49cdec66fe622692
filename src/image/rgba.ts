/**
 * Converts colour pictures with opacity, as decoders return them, to grey.
 *
 * @module
 */

import { blend, type GreyImage, isFlat, luminance } from "./grey.ts";

/** A picture of four bytes a pixel. */
export interface RgbaImage {
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Red, green, blue and opacity of each pixel. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

const WHITE = 255;
const BLACK = 0;

/**
 * Converts a picture to luminance: on white paper where it is transparent, or
 * on black if nothing is visible on white.
 *
 * @example
 * ```ts
 * import { greyOfRgba } from "./rgba.ts";
 * import assert from "node:assert/strict";
 *
 * const data = Uint8ClampedArray.of(9, 9, 9, 255, 0, 0, 0, 0);
 * const { pixels } = greyOfRgba({ width: 2, height: 1, data });
 * assert.deepEqual([...pixels], [9, 255]);
 * ```
 */
export function greyOfRgba({ width, height, data }: RgbaImage): GreyImage {
  const pixels = new Uint8Array(width * height);
  const isOpaque = layOn(WHITE, data, pixels);
  if (!isOpaque && isFlat(pixels)) layOn(BLACK, data, pixels);
  return { width, height, pixels };
}

/** Writes luminance on paper, and returns whether all pixels are opaque. */
function layOn(
  paper: number,
  data: Uint8ClampedArray,
  pixels: Uint8Array,
): boolean {
  let opacity = 255;
  for (let i = 0, at = 0; i < pixels.length; i++, at += 4) {
    const grey = luminance(data[at]!, data[at + 1]!, data[at + 2]!);
    const alpha = data[at + 3]!;
    opacity &= alpha;
    pixels[i] = alpha === 255 ? grey : blend(grey, alpha, paper);
  }
  return opacity === 255;
}
