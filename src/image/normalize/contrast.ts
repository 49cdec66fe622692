/**
 * Local contrast: each pixel less the mean of the window around it.
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
  const reachX = Math.max(2, Math.floor(reach * width));
  const reachY = Math.max(2, Math.floor(reach * height));
  // Sums of each column over the window's rows, and of all columns before each.
  const columns = new Int32Array(width);
  const sums = new Int32Array(width + 1);
  let top = 0;
  let bottom = 0;
  let count = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let y = 0; y < height; y += step) {
    const last = Math.min(height, y + reachY + 1);
    for (; bottom < last; bottom++) addRow(columns, pixels, bottom);
    for (; top < y - reachY; top++) subtractRow(columns, pixels, top);
    for (let x = 0; x < width; x++) sums[x + 1] = sums[x]! + columns[x]!;
    for (let x = 0; x < width; x += step) {
      const left = Math.max(0, x - reachX);
      const right = Math.min(width, x + reachX + 1);
      const mean = (sums[right]! - sums[left]!) /
        ((bottom - top) * (right - left));
      const contrast = pixels[y * width + x]! - mean;
      count++;
      first += contrast;
      second += contrast * contrast;
      third += contrast * contrast * contrast;
    }
  }
  // Central moments from plain ones.
  const mean = first / count;
  const variance = second / count - mean * mean;
  const skew = third / count - 3 * mean * variance - mean ** 3;
  return { variance, skewness: variance > 0 ? skew / variance ** 1.5 : 0 };
}

/** Adds a row of pixels to the sums of their columns. */
function addRow(columns: Int32Array, pixels: Uint8Array, row: number): void {
  const width = columns.length;
  for (let x = 0, at = row * width; x < width; x++, at++) {
    columns[x] = columns[x]! + pixels[at]!;
  }
}

function subtractRow(
  columns: Int32Array,
  pixels: Uint8Array,
  row: number,
): void {
  const width = columns.length;
  for (let x = 0, at = row * width; x < width; x++, at++) {
    columns[x] = columns[x]! - pixels[at]!;
  }
}
