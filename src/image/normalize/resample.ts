/**
 * Resamples a box, whose edges may lie between pixels, to a grid of any size:
 * by area averaging if the box is larger, by linear interpolation if it is
 * smaller.
 *
 * @module
 */

import type { Box } from "./components.ts";
import type { DigitInk } from "./digit_ink.ts";

/**
 * Resamples a box of a digit's ink.
 *
 * @param digit The digit's ink.
 * @param box The part to resample, within the picture; its edges may lie
 * between pixels.
 * @param columns Columns of the result.
 * @param rows Rows of the result.
 * @returns `[rows, columns]` shares of full ink.
 *
 * @example
 * ```ts
 * import { resample } from "./resample.ts";
 * import assert from "node:assert/strict";
 *
 * const shares = Float32Array.from({ length: 256 }, (_, level) => level);
 * const digit = { ink: Uint8Array.of(0, 2, 4, 6), width: 4, shares };
 * const box = { left: 0, top: 0, right: 4, bottom: 1 };
 * assert.deepEqual(resample(digit, box, 2, 1), Float32Array.of(1, 5));
 * ```
 */
export function resample(
  { ink, width, shares }: DigitInk,
  box: Box,
  columns: number,
  rows: number,
): Float32Array {
  const across = taps(box.left, box.right, columns, width);
  const down = taps(box.top, box.bottom, rows, ink.length / width);
  const left = Math.floor(box.left);
  const right = Math.ceil(box.right);
  const bottom = Math.ceil(box.bottom);
  const result = new Float32Array(columns * rows);
  const line = new Float64Array(columns);
  // Ink is sparse, so each pixel is added to the cells that it touches.
  for (let y = Math.floor(box.top); y < bottom; y++) {
    let firstCell = 0;
    let endCell = 0;
    for (let x = left; x < right; x++) {
      const level = ink[y * width + x]!;
      if (level === 0) continue;
      const share = shares[level]!;
      const first = across.first[x]!;
      const end = across.end[x]!;
      if (first >= endCell) {
        addLine(result, columns, line, firstCell, endCell, down, y);
        firstCell = first;
      }
      if (end > endCell) endCell = end;
      let i = x * across.stride;
      for (let cell = first; cell < end; cell++, i++) {
        line[cell] = line[cell]! + across.weights[i]! * share;
      }
    }
    addLine(result, columns, line, firstCell, endCell, down, y);
  }
  return result;
}

/** Adds cells of a pixel's line to the rows that it touches, and clears them. */
function addLine(
  result: Float32Array,
  columns: number,
  line: Float64Array,
  firstCell: number,
  endCell: number,
  down: Taps,
  y: number,
): void {
  let i = y * down.stride;
  for (let row = down.first[y]!; row < down.end[y]!; row++, i++) {
    const weight = down.weights[i]!;
    const to = row * columns;
    for (let cell = firstCell; cell < endCell; cell++) {
      const value = Math.fround(line[cell]!);
      result[to + cell] = result[to + cell]! + weight * value;
    }
  }
  for (let cell = firstCell; cell < endCell; cell++) line[cell] = 0;
}

/**
 * How the pixels of a line are distributed over the cells of a resampled line:
 * pixel `p` contributes to the cells from `first[p]` to before `end[p]`, with
 * the weights from `p * stride` on.
 */
interface Taps {
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly weights: Float64Array;
  readonly stride: number;
}

/**
 * Distributes the stretch from `from` to `to` over `count` cells.
 *
 * @param limit Number of pixels in the line.
 */
function taps(from: number, to: number, count: number, limit: number): Taps {
  const step = (to - from) / count;
  const least = Math.floor(from);
  const most = Math.min(limit, Math.ceil(to));
  const first = new Int32Array(limit);
  const end = new Int32Array(limit);
  // The most cells of a pixel: those whose centres are less than 1 away, and at
  // the end also those beyond the last pixel's centre.
  const stride = Math.ceil(3 / step) + 2;
  const weights = new Float64Array(limit * stride);
  for (let cell = 0; cell < count; cell++) {
    if (step >= 1) addArea(cell);
    else addLinear(cell);
  }
  return { first, end, weights, stride };

  function add(pixel: number, cell: number, weight: number) {
    if (end[pixel] === 0) first[pixel] = cell;
    end[pixel] = cell + 1;
    weights[pixel * stride + cell - first[pixel]!] = weight;
  }

  /** Each pixel, weighted by its overlap with the cell. */
  function addArea(cell: number) {
    const low = from + cell * step;
    const high = from + (cell + 1) * step;
    const last = Math.min(most, Math.ceil(high - 1e-9));
    for (let pixel = Math.floor(low); pixel < last; pixel++) {
      const overlap = Math.min(high, pixel + 1) - Math.max(low, pixel);
      add(pixel, cell, overlap / (high - low));
    }
  }

  /** The two pixels whose centres are on either side of the cell's. */
  function addLinear(cell: number) {
    const center = from + (cell + 0.5) * step;
    const place = Math.max(least, Math.min(most - 1, center - 0.5));
    const pixel = Math.min(most - 2, Math.floor(place));
    if (pixel < least) return add(least, cell, 1);
    add(pixel, cell, 1 - (place - pixel));
    add(pixel + 1, cell, place - pixel);
  }
}
