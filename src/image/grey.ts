/**
 * A picture as the image path sees it: one byte of luminance a pixel.
 *
 * There is no colour and no metadata: decoders reduce pictures to this form,
 * and all later steps work on it.
 *
 * @module
 */

/** Longest side of a supported picture, in pixels. */
export const MAX_SIDE = 4096;

/** A grey picture, row-major: 0 black, 255 white. */
export interface GreyImage {
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** `width * height` bytes. */
  readonly pixels: Uint8Array;
}

/**
 * Refuses a size that is empty or too large.
 *
 * It is called with the size that a header claims, before anything is
 * allocated for it.
 *
 * @throws {RangeError} A side is 0 or above {@linkcode MAX_SIDE}.
 *
 * @example
 * ```ts
 * import { checkSize } from "./grey.ts";
 * import assert from "node:assert/strict";
 *
 * checkSize(280, 280);
 * assert.throws(() => checkSize(20_000, 20_000), RangeError);
 * ```
 */
export function checkSize(width: number, height: number): void {
  const fits = (side: number) =>
    Number.isInteger(side) && side >= 1 && side <= MAX_SIDE;
  if (fits(width) && fits(height)) return;
  throw new RangeError(
    `The picture is ${width} x ${height} pixels; ` +
      `1 to ${MAX_SIDE} a side are supported`,
  );
}

/**
 * Luminance of an sRGB colour by Rec. 601, the weights of JPEG's own Y, in
 * integers.
 *
 * @returns 0 to 255.
 */
export function luminance(red: number, green: number, blue: number): number {
  return (77 * red + 150 * green + 29 * blue) >> 8;
}

/** Levels below which a picture counts as flat. */
const FLAT_LEVELS = 16;

/** Whether pixels differ too little for anything to be visible. */
export function isFlat(pixels: Uint8Array): boolean {
  let darkest = 255;
  let lightest = 0;
  for (let i = 0; i < pixels.length; i++) {
    const value = pixels[i]!;
    if (value < darkest) darkest = value;
    if (value > lightest) lightest = value;
    if (lightest - darkest >= FLAT_LEVELS) return false;
  }
  return true;
}

/**
 * Blends one pixel with the paper under it.
 *
 * @param value Its luminance, 0 to 255.
 * @param alpha Its opacity, 0 to 255.
 * @param paper The paper's luminance, 0 to 255.
 * @returns Luminance, rounded.
 */
export function blend(value: number, alpha: number, paper: number): number {
  return ((value * alpha + paper * (255 - alpha)) / 255 + 0.5) | 0;
}
