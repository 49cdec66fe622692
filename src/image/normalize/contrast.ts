/**
 * Local contrast: the difference between each pixel and the mean of its window.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";

/** Samples along the longer side. */
const SAMPLES = 64;

/** Variance and skewness of local contrast. */
export interface Contrast {
  /** In squared levels. */
  readonly variance: number;
  /** Below 0 if some pixels are much darker than their surroundings. */
  readonly skewness: number;
}

/**
 * Measures local contrast on a grid of samples.
 *
 * @param image A grey picture.
 * @param reach How far a window reaches to each side, as a share of the
 * picture's; at least two pixels.
 * @returns Population variance, and skewness: 0 for an even picture.
 *
 * @example
 * ```ts
 * import { localContrast } from "./contrast.ts";
 * import assert from "node:assert/strict";
 *
 * const pixels = new Uint8Array(100).fill(200);
 * pixels[55] = 0; // One dark pixel on light paper.
 * assert.ok(localContrast({ width: 10, height: 10, pixels }, 1 / 4).skewness < 0);
 * ```
 */
export function localContrast(
  { width, height, pixels }: GreyImage,
  reach: number,
): Contrast {
  const step = Math.max(1, Math.floor(Math.max(width, height) / SAMPLES));
  const columns = Math.ceil(width / step);
  const rows = Math.ceil(height / step);
  const every = Math.max(1, step >> 2);
  const sums = sumsOfCells({ width, height, pixels }, step, every);
  const reachX = cellsWithin(reach * width, step);
  const reachY = cellsWithin(reach * height, step);
  const middle = step >> 1;
  let count = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let row = 0; row < rows; row++) {
    const top = Math.max(0, row - reachY);
    const bottom = Math.min(rows, row + reachY + 1);
    const high = Math.ceil(Math.min(height, bottom * step) / every) -
      Math.ceil(top * step / every);
    const upper = top * (columns + 1);
    const lower = bottom * (columns + 1);
    const y = Math.min(height - 1, row * step + middle);
    for (let column = 0; column < columns; column++) {
      const left = Math.max(0, column - reachX);
      const right = Math.min(columns, column + reachX + 1);
      const wide = Math.min(width, right * step) - left * step;
      const mean = (sums[lower + right]! - sums[lower + left]! -
        sums[upper + right]! + sums[upper + left]!) / (wide * high);
      const x = Math.min(width - 1, column * step + middle);
      const contrast = pixels[y * width + x]! - mean;
      count++;
      first += contrast;
      second += contrast * contrast;
      third += contrast * contrast * contrast;
    }
  }
  // Central moments from raw ones.
  const mean = first / count;
  const variance = second / count - mean * mean;
  const skew = third / count - 3 * mean * variance - mean ** 3;
  return { variance, skewness: variance > 0 ? skew / variance ** 1.5 : 0 };
}

/** Cells that a window reaches to each side: at least two pixels. */
function cellsWithin(pixels: number, step: number): number {
  const size = 2 * Math.max(2, Math.floor(pixels)) + 1;
  return Math.round((size / step - 1) / 2);
}

/**
 * A summed-area table: the sum of all pixels above and to the left of each
 * cell's corner, where cells are squares of `step` pixels. Only one row in
 * `every` counts, so that large pictures take no longer.
 *
 * @see F. C. Crow, "Summed-area tables for texture mapping", SIGGRAPH 1984
 */
function sumsOfCells(
  { width, height, pixels }: GreyImage,
  step: number,
  every: number,
): Int32Array {
  const columns = Math.ceil(width / step) + 1;
  const rows = Math.ceil(height / step) + 1;
  const sums = new Int32Array(columns * rows);
  for (let y = 0; y < height; y += every) {
    const end = (y + 1) * width;
    let to = (Math.floor(y / step) + 1) * columns + 1;
    for (let at = y * width; at < end; to++) {
      const stop = Math.min(end, at + step);
      let sum = 0;
      for (; at < stop; at++) sum += pixels[at]!;
      sums[to] = sums[to]! + sum;
    }
  }
  for (let row = 1; row < rows; row++) {
    let sum = 0;
    for (let at = row * columns; at < (row + 1) * columns; at++) {
      sum += sums[at]!;
      sums[at] = sum + sums[at - columns]!;
    }
  }
  return sums;
}
