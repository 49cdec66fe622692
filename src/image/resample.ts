/**
 * Brings the ink of a box to the fine grid: by area averaging where the box is
 * larger, by linear interpolation where it is smaller.
 *
 * @module
 */

import type { Box } from "./components.ts";

/**
 * Resamples a box of a picture.
 *
 * @param ink `[height, width]` values.
 * @param width Pixels in a row of `ink`.
 * @param box The part to resample, within the picture; its edges may cut pixels.
 * @param columns Columns of the result.
 * @param rows Rows of the result.
 * @returns `[rows, columns]` values.
 *
 * @example
 * ```ts
 * import { resample } from "./resample.ts";
 * import assert from "node:assert/strict";
 *
 * const box = { left: 0, top: 0, right: 4, bottom: 1 };
 * const halved = resample(Float32Array.of(0, 2, 4, 6), 4, box, 2, 1);
 * assert.deepEqual(halved, Float32Array.of(1, 5));
 * ```
 */
export function resample(
  ink: Float32Array,
  width: number,
  box: Box,
  columns: number,
  rows: number,
): Float32Array {
  const across = taps(box.left, box.right, columns, width);
  const down = taps(box.top, box.bottom, rows, ink.length / width);
  const top = Math.floor(box.top);
  const height = Math.ceil(box.bottom) - top;
  const narrow = new Float32Array(columns * height);
  for (let y = 0; y < height; y++) {
    const row = (top + y) * width;
    for (let x = 0; x < columns; x++) {
      const { first, weights } = across[x]!;
      let sum = 0;
      for (let i = 0; i < weights.length; i++) {
        sum += weights[i]! * ink[row + first + i]!;
      }
      narrow[y * columns + x] = sum;
    }
  }
  const result = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    const { first, weights } = down[y]!;
    for (let i = 0; i < weights.length; i++) {
      const from = (first - top + i) * columns;
      const weight = weights[i]!;
      for (let x = 0; x < columns; x++) {
        const at = y * columns + x;
        result[at] = result[at]! + weight * narrow[from + x]!;
      }
    }
  }
  return result;
}

/** For each result its first source and the weights from there on. */
interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

function taps(from: number, to: number, count: number, limit: number): Taps[] {
  const step = (to - from) / count;
  const least = Math.floor(from);
  const most = Math.min(limit, Math.ceil(to));
  return Array.from(
    { length: count },
    (_, i) =>
      step >= 1
        ? areaTaps(from + i * step, from + (i + 1) * step, most)
        : linearTaps(from + (i + 0.5) * step, least, most),
  );
}

/** Every source pixel by how much of it lies between `start` and `end`. */
function areaTaps(start: number, end: number, limit: number): Taps {
  const first = Math.floor(start);
  const last = Math.min(limit, Math.ceil(end - 1e-9));
  const weights = Array.from({ length: last - first }, (_, i) => {
    const overlap = Math.min(end, first + i + 1) - Math.max(start, first + i);
    return overlap / (end - start);
  });
  return { first, weights };
}

/** The two source pixels whose centres lie on both sides of `center`. */
function linearTaps(center: number, least: number, most: number): Taps {
  const place = Math.max(least, Math.min(most - 1, center - 0.5));
  const first = Math.min(most - 2, Math.floor(place));
  if (first < least) return { first: least, weights: [1] };
  return { first, weights: [1 - (place - first), place - first] };
}
