/**
 * Morphological closing of a whole picture: fills what is dark and narrower
 * than a window, and leaves the edges of wider shadows where they are.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";

/**
 * Closes a picture with a rectangular window: the lowest of the highest values
 * around. At the border, windows are cut.
 *
 * @param image A grey picture.
 * @param reachX How far a window reaches to each side, in pixels.
 * @param reachY How far it reaches up and down.
 * @see M. van Herk, "A fast algorithm for local minimum and maximum filters on
 * rectangular and octagonal kernels", Pattern Recognition Letters 13 (1992)
 *
 * @example
 * ```ts
 * import { closePicture } from "./closing.ts";
 * import assert from "node:assert/strict";
 *
 * const pixels = Uint8Array.of(9, 9, 1, 9, 9, 3, 3, 3, 3);
 * const closed = closePicture({ width: 9, height: 1, pixels }, 1, 0);
 * assert.deepEqual([...closed], [9, 9, 9, 9, 9, 3, 3, 3, 3]);
 * ```
 */
export function closePicture(
  { width, height, pixels }: GreyImage,
  reachX: number,
  reachY: number,
): Uint8Array {
  const upright = turned(highest(pixels, width, reachX), width, height);
  // Lowest values are the highest of the negative.
  const high = negative(highest(upright, height, reachY));
  const level = turned(highest(high, height, reachY), height, width);
  return negative(highest(level, width, reachX));
}

function negative(values: Uint8Array): Uint8Array {
  for (let i = 0; i < values.length; i++) values[i] = 255 - values[i]!;
  return values;
}

/** Rows and columns changed over. */
function turned(values: Uint8Array, width: number, height: number) {
  const result = new Uint8Array(values.length);
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++, from++) {
      result[x * height + y] = values[from]!;
    }
  }
  return result;
}

/** The highest value within reach in each row. */
function highest(values: Uint8Array, width: number, reach: number): Uint8Array {
  const size = 2 * reach + 1;
  const result = new Uint8Array(values.length);
  // Highest values from each block's begin on, and up to its end.
  const length = Math.ceil((width + 2 * reach) / size) * size;
  const row = new Uint8Array(length);
  const ahead = new Uint8Array(length);
  const behind = new Uint8Array(length);
  for (let start = 0; start < values.length; start += width) {
    for (let x = 0; x < width; x++) row[reach + x] = values[start + x]!;
    for (let block = 0; block < length; block += size) {
      let most = 0;
      for (let at = block; at < block + size; at++) {
        if (row[at]! > most) most = row[at]!;
        ahead[at] = most;
      }
      most = 0;
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
