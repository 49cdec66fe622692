/**
 * Distance to ink, for widening strokes.
 *
 * @module
 */

/** Larger than any distance in these grids. */
const FAR = 1e6;

/** Share of ink from which a cell counts as ink. */
export const INK = 0.5;

/**
 * Distance from each cell to the nearest cell of ink, by a chamfer transform
 * with steps of 1 and the square root of 2, in one sweep down and one up. It is
 * at most 8 % longer than the Euclidean distance.
 *
 * @param shares `[height, width]` shares of ink; ink where at least half.
 * @param width Cells in a row.
 * @returns `[height, width]` distances in cells, 0 on ink.
 * @see G. Borgefors, "Distance transformations in digital images", Computer
 * Vision, Graphics, and Image Processing 34 (1986)
 *
 * @example
 * ```ts
 * import { distanceToInk } from "./distance.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual([...distanceToInk(Float32Array.of(0, 0, 1, 0), 4)], [2, 1, 0, 1]);
 * ```
 */
export function distanceToInk(
  shares: Float32Array,
  width: number,
): Float32Array {
  const height = shares.length / width;
  // A border of distant cells saves the sweeps all border checks.
  const row = width + 2;
  const framed = new Float32Array(row * (height + 2)).fill(FAR);
  for (let y = 0, i = 0; y < height; y++) {
    const start = (y + 1) * row + 1;
    for (let x = 0; x < width; x++, i++) {
      if (shares[i]! >= INK) framed[start + x] = 0;
    }
  }
  for (let y = 1; y <= height; y++) sweep(framed, y * row + 1, width, 1, row);
  for (let y = height; y >= 1; y--) {
    sweep(framed, y * row + width, width, -1, row);
  }

  const distances = new Float32Array(shares.length);
  for (let y = 0; y < height; y++) {
    const start = (y + 1) * row + 1;
    distances.set(framed.subarray(start, start + width), y * width);
  }
  return distances;
}

/**
 * The shortest distance of each cell of a row via the four neighbours that were
 * already swept.
 *
 * @param from The cell to start with: the first, or for step -1 the last.
 */
function sweep(
  distances: Float32Array,
  from: number,
  width: number,
  step: 1 | -1,
  row: number,
): void {
  // The neighbours move along with the cell, so only one is read per step.
  let beside = FAR;
  let trailing = FAR;
  let behind = distances[from - step * row]!;
  const end = from + step * width;
  for (let at = from; at !== end; at += step) {
    const leading = distances[at - step * row + step]!;
    const before = distances[at]!;
    let shortest = before;
    if (shortest !== 0) {
      const straight = (beside < behind ? beside : behind) + 1;
      const diagonal = (trailing < leading ? trailing : leading) + Math.SQRT2;
      if (straight < shortest) shortest = straight;
      if (diagonal < shortest) shortest = diagonal;
      if (shortest !== before) distances[at] = shortest;
    }
    beside = Math.fround(shortest);
    trailing = behind;
    behind = leading;
  }
}
