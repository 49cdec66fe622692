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
  const { first, start, weights } = across;
  const narrow = new Float32Array(columns * height);
  for (let y = 0; y < height; y++) {
    const row = (top + y) * width;
    for (let x = 0, i = 0; x < columns; x++) {
      const end = start[x + 1]!;
      let sum = 0;
      for (let at = row + first[x]!; i < end; i++, at++) {
        sum += weights[i]! * ink[at]!;
      }
      narrow[y * columns + x] = sum;
    }
  }
  const result = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    const to = y * columns;
    let from = (down.first[y]! - top) * columns;
    for (let i = down.start[y]!; i < down.start[y + 1]!; i++) {
      const weight = down.weights[i]!;
      for (let x = 0; x < columns; x++) {
        result[to + x] = result[to + x]! + weight * narrow[from + x]!;
      }
      from += columns;
    }
  }
  return result;
}

/**
 * What each result is made of: sources `first[i]`, `first[i] + 1`, … by the
 * weights from `start[i]` up to `start[i + 1]`.
 */
interface Taps {
  readonly first: Int32Array;
  readonly start: Int32Array;
  readonly weights: Float64Array;
}

function taps(from: number, to: number, count: number, limit: number): Taps {
  const step = (to - from) / count;
  const least = Math.floor(from);
  const most = Math.min(limit, Math.ceil(to));
  const first = new Int32Array(count);
  const start = new Int32Array(count + 1);
  // A stretch of length s touches at most s + 2 whole pixels.
  const weights = new Float64Array(count * (Math.ceil(step) + 2));
  for (let i = 0, used = 0; i < count; i++) {
    used = step >= 1
      ? areaTaps(from + i * step, from + (i + 1) * step, most, i)
      : linearTaps(from + (i + 0.5) * step, i);
    start[i + 1] = used;
  }
  return { first, start, weights };

  /** Every source pixel by how much of it lies between `low` and `high`. */
  function areaTaps(low: number, high: number, limit: number, i: number) {
    const begin = Math.floor(low);
    const end = Math.min(limit, Math.ceil(high - 1e-9));
    let used = start[i]!;
    first[i] = begin;
    for (let at = begin; at < end; at++) {
      const overlap = Math.min(high, at + 1) - Math.max(low, at);
      weights[used++] = overlap / (high - low);
    }
    return used;
  }

  /** The two source pixels whose centres lie on both sides of `center`. */
  function linearTaps(center: number, i: number) {
    const place = Math.max(least, Math.min(most - 1, center - 0.5));
    const at = Math.min(most - 2, Math.floor(place));
    let used = start[i]!;
    if (at < least) {
      first[i] = least;
      weights[used++] = 1;
    } else {
      first[i] = at;
      weights[used++] = 1 - (place - at);
      weights[used++] = place - at;
    }
    return used;
  }
}
