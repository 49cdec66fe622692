/**
 * Morphological closing: fills what is dark and narrower than a window, and
 * leaves the edges of wider shadows where they are.
 *
 * @module
 */

/** Levels on a grid: a picture's bytes, or other numbers. */
export type Levels = Uint8Array | Float32Array;

/**
 * Closes a grid with a rectangular window: the lowest of the highest values
 * around. At the border, windows are cut.
 *
 * @param values `[rows, width]` levels.
 * @param width Levels in a row.
 * @param reachX How far a window reaches to each side.
 * @param reachY How far it reaches up and down.
 * @returns New levels of the same kind.
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
export function closing<T extends Levels>(
  values: T,
  width: number,
  reachX: number,
  reachY: number,
): T {
  const height = values.length / width;
  const upright = turned(highest(values, width, reachX), width, height);
  // Lowest values are the highest of the negative.
  const high = negative(highest(upright, height, reachY));
  const level = turned(highest(high, height, reachY), height, width);
  return negative(highest(level, width, reachX)) as T;
}

/** Zeros of the same kind as other levels. */
function zeros(values: Levels, length: number): Levels {
  return values instanceof Uint8Array
    ? new Uint8Array(length)
    : new Float32Array(length);
}

function negative(values: Levels): Levels {
  const top = values instanceof Uint8Array ? 255 : 0;
  for (let i = 0; i < values.length; i++) values[i] = top - values[i]!;
  return values;
}

/** Rows and columns changed over. */
function turned(values: Levels, width: number, height: number): Levels {
  const result = zeros(values, values.length);
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++, from++) {
      result[x * height + y] = values[from]!;
    }
  }
  return result;
}

/** The highest value within reach in each row. */
function highest(values: Levels, width: number, reach: number): Levels {
  const size = 2 * reach + 1;
  const result = zeros(values, values.length);
  // Highest values from each block's begin on, and up to its end.
  const length = Math.ceil((width + 2 * reach) / size) * size;
  const row = zeros(values, length);
  // Beyond the border there is nothing higher.
  const least = values instanceof Uint8Array ? 0 : -Infinity;
  row.fill(least);
  const ahead = zeros(values, length);
  const behind = zeros(values, length);
  for (let start = 0; start < values.length; start += width) {
    for (let x = 0; x < width; x++) row[reach + x] = values[start + x]!;
    for (let block = 0; block < length; block += size) {
      let most = least;
      for (let at = block; at < block + size; at++) {
        if (row[at]! > most) most = row[at]!;
        ahead[at] = most;
      }
      most = least;
      for (let at = block + size - 1; at >= block; at--) {
        if (row[at]! > most) most = row[at]!;
        behind[at] = most;
      }
    }
    for (let x = 0; x < width; x++) {
      const a = behind[x]!;
      const b = ahead[x + size - 1]!;
      result[start + x] = a > b ? a : b;
    }
  }
  return result;
}
