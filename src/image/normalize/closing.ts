/**
 * Morphological closing: fills what is dark and narrower than a window, and
 * leaves the edges of wider shadows in place.
 *
 * @module
 */

/**
 * Closes a grid with a rectangular window: first each level becomes the highest
 * of its window, then the lowest of those. Windows are cut at the border.
 *
 * @param values `[rows, width]` levels.
 * @param width Levels in a row.
 * @param reachX How far a window reaches to each side.
 * @param reachY How far it reaches up and down.
 * @returns New levels.
 * @see M. van Herk, "A fast algorithm for local minimum and maximum filters on
 * rectangular and octagonal kernels", Pattern Recognition Letters 13 (1992)
 *
 * @example
 * ```ts
 * import { closing } from "./closing.ts";
 * import assert from "node:assert/strict";
 *
 * const levels = Uint8Array.of(9, 9, 1, 9, 9, 3, 3, 3, 3);
 * const closed = closing(levels, 9, 1, 0);
 * assert.deepEqual([...closed], [9, 9, 9, 9, 9, 3, 3, 3, 3]);
 * ```
 */
export function closing(
  values: Uint8Array | Float32Array,
  width: number,
  reachX: number,
  reachY: number,
): Float32Array {
  // A single array type, because loops over two types take twice as long.
  const levels = new Float32Array(values);
  highestInRows(levels, width, reachX);
  highestInColumns(levels, width, reachY);
  // Minima are the maxima of the negative.
  negate(levels);
  highestInColumns(levels, width, reachY);
  highestInRows(levels, width, reachX);
  negate(levels);
  return levels;
}

function negate(levels: Float32Array): void {
  for (let i = 0; i < levels.length; i++) levels[i] = -levels[i]!;
}

/** Replaces each level with the maximum within reach in its row. */
function highestInRows(
  levels: Float32Array,
  width: number,
  reach: number,
): void {
  const size = 2 * reach + 1;
  // Maxima from each block's start forwards, and from its end backwards.
  const length = Math.ceil((width + 2 * reach) / size) * size;
  const row = new Float32Array(length).fill(-Infinity);
  const ahead = new Float32Array(length);
  const behind = new Float32Array(length);
  for (let start = 0; start < levels.length; start += width) {
    for (let x = 0; x < width; x++) row[reach + x] = levels[start + x]!;
    for (let block = 0; block < length; block += size) {
      let most = -Infinity;
      for (let at = block; at < block + size; at++) {
        if (row[at]! > most) most = row[at]!;
        ahead[at] = most;
      }
      most = -Infinity;
      for (let at = block + size - 1; at >= block; at--) {
        if (row[at]! > most) most = row[at]!;
        behind[at] = most;
      }
    }
    for (let x = 0; x < width; x++) {
      const a = behind[x]!;
      const b = ahead[x + size - 1]!;
      levels[start + x] = a > b ? a : b;
    }
  }
}

/**
 * The same for columns, a whole row at a time, so that memory is read in order.
 */
function highestInColumns(
  levels: Float32Array,
  width: number,
  reach: number,
): void {
  const height = levels.length / width;
  const size = 2 * reach + 1;
  const rows = Math.ceil((height + 2 * reach) / size) * size;
  const ahead = new Float32Array(rows * width).fill(-Infinity);
  ahead.set(levels, reach * width);
  const behind = ahead.slice();
  for (let row = 1; row < rows; row++) {
    if (row % size !== 0) raise(ahead, row * width, -width, width);
  }
  for (let row = rows - 2; row >= 0; row--) {
    if (row % size !== size - 1) raise(behind, row * width, width, width);
  }
  const away = (size - 1) * width;
  for (let at = 0; at < levels.length; at++) {
    const a = behind[at]!;
    const b = ahead[at + away]!;
    levels[at] = a > b ? a : b;
  }
}

/** Takes the maximum of a row and the row before or after. */
function raise(
  levels: Float32Array,
  start: number,
  away: number,
  width: number,
): void {
  for (let at = start; at < start + width; at++) {
    const other = levels[at + away]!;
    if (other > levels[at]!) levels[at] = other;
  }
}
