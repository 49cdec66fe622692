/**
 * Distance to ink, for making strokes wider.
 *
 * @module
 */

/** Larger than any distance in the grids that this is used on. */
const FAR = 1e6;

/**
 * Distance of each cell to the nearest cell of ink, by sweeping steps of 1 and
 * square root of 2 down and up (a chamfer transform; at most 8 % too far).
 *
 * @param isInk `[height, width]`, 0 paper, else ink.
 * @param width Cells in a row.
 * @returns `[height, width]` distances in cells, 0 on ink.
 * @see G. Borgefors, "Distance transformations in digital images" (1986)
 *
 * @example
 * ```ts
 * import { distanceToInk } from "./distance.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual([...distanceToInk([0, 0, 1, 0], 4)], [2, 1, 0, 1]);
 * ```
 */
export function distanceToInk(
  isInk: ArrayLike<number>,
  width: number,
): Float32Array {
  const height = isInk.length / width;
  // A frame of far cells spares the sweeps all questions of the border.
  const row = width + 2;
  const framed = new Float32Array(row * (height + 2)).fill(FAR);
  for (let y = 0, i = 0; y < height; y++) {
    const start = (y + 1) * row + 1;
    for (let x = 0; x < width; x++, i++) {
      if (isInk[i]) framed[start + x] = 0;
    }
  }
  const first = row + 1;
  const last = row * (height + 1) - 2;
  sweep(framed, first, last, 1, row);
  sweep(framed, last, first, -1, row);

  const distances = new Float32Array(isInk.length);
  for (let y = 0; y < height; y++) {
    const start = (y + 1) * row + 1;
    distances.set(framed.subarray(start, start + width), y * width);
  }
  return distances;
}

/**
 * Takes, cell after cell, the shortest way over the four neighbours that the
 * sweep has been at.
 */
function sweep(
  distances: Float32Array,
  from: number,
  to: number,
  step: 1 | -1,
  row: number,
): void {
  // Neighbours move along from cell to cell; only one is read anew.
  let beside = distances[from - step]!;
  let trailing = distances[from - step * row - step]!;
  let behind = distances[from - step * row]!;
  const end = to + step;
  for (let at = from; at !== end; at += step) {
    const leading = distances[at - step * row + step]!;
    const before = distances[at]!;
    let shortest = before;
    if (shortest !== 0) {
      const straight = (beside < behind ? beside : behind) + 1;
      const askew = (trailing < leading ? trailing : leading) + Math.SQRT2;
      if (straight < shortest) shortest = straight;
      if (askew < shortest) shortest = askew;
      if (shortest !== before) distances[at] = shortest;
    }
    beside = Math.fround(shortest);
    trailing = behind;
    behind = leading;
  }
}
