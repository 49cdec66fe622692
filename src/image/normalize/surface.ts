/**
 * The light's slope and curvature over a picture.
 *
 * @module
 */

/**
 * The surface of second degree, by least squares, that values on a grid lie on,
 * less its mean.
 *
 * On a whole grid centred at 0, the terms x, y, xy, and x and y squared less
 * their means are orthogonal, so that each is fitted by itself.
 *
 * @param light `[rows, columns]` values.
 * @param columns Values in a row.
 * @param rows Rows.
 * @returns `[rows, columns]` values whose mean is 0.
 *
 * @example
 * ```ts
 * import { bentSurface } from "./surface.ts";
 * import assert from "node:assert/strict";
 *
 * const slope = bentSurface(Float32Array.of(10, 20, 30, 40), 4, 1);
 * assert.deepEqual([...slope], [-15, -5, 5, 15]);
 * ```
 */
export function bentSurface(
  light: Float32Array,
  columns: number,
  rows: number,
): Float32Array {
  const middleX = (columns - 1) / 2;
  const middleY = (rows - 1) / 2;
  // Of n places one apart, the squares' mean is (n * n - 1) / 12.
  const spreadX = (columns * columns - 1) / 12;
  const spreadY = (rows * rows - 1) / 12;
  const terms: ((x: number, y: number) => number)[] = [
    (x) => x,
    (_, y) => y,
    (x, y) => x * y,
    (x) => x * x - spreadX,
    (_, y) => y * y - spreadY,
  ];
  const result = new Float32Array(light.length);
  const values = new Float32Array(light.length);
  for (const term of terms) {
    for (let y = 0, i = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++, i++) {
        values[i] = term(x - middleX, y - middleY);
      }
    }
    let product = 0;
    let squares = 0;
    for (let i = 0; i < values.length; i++) {
      product += values[i]! * light[i]!;
      squares += values[i]! * values[i]!;
    }
    if (squares === 0) continue;
    const factor = product / squares;
    for (let i = 0; i < values.length; i++) {
      result[i] = result[i]! + factor * values[i]!;
    }
  }
  return result;
}
