/**
 * Makes large pictures small by averaging.
 *
 * The factor is a whole number, so each pixel of the result is the mean of a
 * square.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";

/**
 * Side in pixels of the squares that are averaged.
 *
 * @param size A picture's size.
 * @param side Maximum side of the result, in pixels.
 * @returns A whole number, 1 for a picture that is small enough.
 */
export function reducingFactor(
  { width, height }: { readonly width: number; readonly height: number },
  side: number,
): number {
  return Math.ceil(Math.max(width, height) / side);
}

/**
 * Averages squares of pixels until no side is longer than `side`.
 *
 * Squares at the right and lower edge may be cut; then only their existing
 * pixels are averaged. Of squares from 8 by 8 pixels, only every second to
 * sixth row and column counts.
 *
 * @param image A picture of `width` x `height`.
 * @param side Maximum side of the result, in pixels.
 * @returns The picture itself if it is small enough, else one of
 * `ceil(width / factor)` x `ceil(height / factor)`.
 *
 * @example
 * ```ts
 * import { reduce } from "./reduce.ts";
 * import assert from "node:assert/strict";
 *
 * const image = { width: 2, height: 2, pixels: Uint8Array.of(0, 10, 20, 30) };
 * assert.deepEqual(reduce(image, 1).pixels, Uint8Array.of(15));
 * ```
 */
export function reduce(image: GreyImage, side: number): GreyImage {
  const factor = reducingFactor(image, side);
  if (factor <= 1) return image;
  const width = Math.ceil(image.width / factor);
  const height = Math.ceil(image.height / factor);
  const pixels = new Uint8Array(width * height);
  const sums = new Int32Array(image.width);
  for (let row = 0; row < height; row++) {
    const top = row * factor;
    const bottom = Math.min(image.height, top + factor);
    const to = row * width;
    // Drawings in a browser are usually twice as large as the working size.
    if (factor >= SAMPLED) sampleRow(image, top, bottom, factor, pixels, to);
    else if (factor === 2 && bottom - top === 2) {
      halveRow(image, top, pixels, to);
    } else reduceRow(image, top, bottom, factor, sums, pixels, to);
  }
  return { width, height, pixels };
}

/** Squares from this size on are averaged over a part of their pixels. */
const SAMPLED = 8;

/**
 * Averages four by four to seven by seven evenly spaced pixels of each square.
 */
function sampleRow(
  { width, pixels: source }: GreyImage,
  top: number,
  bottom: number,
  factor: number,
  pixels: Uint8Array,
  to: number,
): void {
  const step = factor >> 2;
  const columns = Math.ceil(width / factor);
  for (let column = 0; column < columns; column++) {
    const left = column * factor;
    const right = Math.min(width, left + factor);
    let sum = 0;
    let count = 0;
    for (let y = top; y < bottom; y += step) {
      const end = y * width + right;
      for (let at = y * width + left; at < end; at += step) {
        sum += source[at]!;
        count++;
      }
    }
    pixels[to + column] = (sum + (count >> 1)) / count;
  }
}

/** Averages a row of squares of any size; the last ones may be cut. */
function reduceRow(
  { width, pixels: source }: GreyImage,
  top: number,
  bottom: number,
  factor: number,
  sums: Int32Array,
  pixels: Uint8Array,
  to: number,
): void {
  // Columns first, which is a plain loop over whole rows.
  sums.fill(0);
  for (let y = top; y < bottom; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) {
      sums[x] = sums[x]! + source[start + x]!;
    }
  }
  for (let x = 0, at = to; x < width; at++) {
    const end = Math.min(x + factor, width);
    const count = (bottom - top) * (end - x);
    let sum = count >> 1;
    for (; x < end; x++) sum += sums[x]!;
    pixels[at] = sum / count;
  }
}

/**
 * Averages a row of squares of two by two pixels; the last may be half a
 * square.
 */
function halveRow(
  { width, pixels: source }: GreyImage,
  top: number,
  pixels: Uint8Array,
  to: number,
): void {
  const end = to + (width >> 1);
  let upper = top * width;
  let lower = upper + width;
  for (let at = to; at < end; at++, upper += 2, lower += 2) {
    pixels[at] = (source[upper]! + source[upper + 1]! + source[lower]! +
      source[lower + 1]! + 2) >> 2;
  }
  if (width % 2 === 1) {
    pixels[end] = (source[upper]! + source[lower]! + 1) >> 1;
  }
}
