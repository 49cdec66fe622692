/**
 * Slope and curvature of the light over a picture.
 *
 * @module
 */

/**
 * The least-squares surface of second degree through values on a grid, minus
 * its mean.
 *
 * On a whole grid centred at 0, the terms x, y, xy, and x and y squared minus
 * their means are orthogonal, so each can be fitted by itself.
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
  // For n positions one apart, the mean of the squares is (n * n - 1) / 12.
  const spreadX = (columns * columns - 1) / 12;
  const spreadY = (rows * rows - 1) / 12;
  // The light's product with each term, and the sum of the term's squares.
  const products = new Float64Array(5);
  const squares = new Float64Array(5);
  const terms = new Float64Array(5);
  const termsAt = (x: number, y: number) => {
    terms[0] = x;
    terms[1] = y;
    terms[2] = x * y;
    terms[3] = x * x - spreadX;
    terms[4] = y * y - spreadY;
  };
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      termsAt(column - middleX, row - middleY);
      for (let i = 0; i < 5; i++) {
        products[i] = products[i]! + terms[i]! * light[at]!;
        squares[i] = squares[i]! + terms[i]! * terms[i]!;
      }
    }
  }
  const factors = products.map((product, i) =>
    squares[i] === 0 ? 0 : product / squares[i]!
  );
  const result = new Float32Array(light.length);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      termsAt(column - middleX, row - middleY);
      let sum = 0;
      for (let i = 0; i < 5; i++) sum += factors[i]! * terms[i]!;
      result[at] = sum;
    }
  }
  return result;
}
