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
  for (let i = 0; i < isInk.length; i++) {
    const x = i % width;
    if (isInk[i]) framed[((i - x) / width + 1) * row + x + 1] = 0;
  }
  const first = row + 1;
  const last = row * (height + 1) - 2;
  for (let at = first; at <= last; at++) sweep(framed, at, -1, row);
  for (let at = last; at >= first; at--) sweep(framed, at, 1, row);

  const distances = new Float32Array(isInk.length);
  for (let y = 0; y < height; y++) {
    const start = (y + 1) * row + 1;
    distances.set(framed.subarray(start, start + width), y * width);
  }
  return distances;
}

/** Takes the shortest way over the four neighbours on one side. */
function sweep(
  distances: Float32Array,
  at: number,
  side: 1 | -1,
  row: number,
): void {
  const beside = at + side;
  const behind = at + side * row;
  const straight = Math.min(distances[beside]!, distances[behind]!) + 1;
  const askew = Math.min(distances[behind - 1]!, distances[behind + 1]!) +
    Math.SQRT2;
  distances[at] = Math.min(distances[at]!, straight, askew);
}
