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
  // The light's product with each term, and the sum of the term's squares. All
  // terms are products of one along the row and one along the column.
  let [x1, y1, xy, x2, y2] = [0, 0, 0, 0, 0];
  for (let row = 0, at = 0; row < rows; row++) {
    const y = row - middleY;
    let [sum, sumX, sumX2] = [0, 0, 0];
    for (let column = 0; column < columns; column++, at++) {
      const x = column - middleX;
      const value = light[at]!;
      sum += value;
      sumX += x * value;
      sumX2 += (x * x - spreadX) * value;
    }
    x1 += sumX;
    y1 += y * sum;
    xy += y * sumX;
    x2 += sumX2;
    y2 += (y * y - spreadY) * sum;
  }
  const squaresX = squaresOf(columns, (x) => x - middleX);
  const squaresY = squaresOf(rows, (y) => y - middleY);
  x1 = share(x1, rows * squaresX);
  y1 = share(y1, columns * squaresY);
  xy = share(xy, squaresX * squaresY);
  x2 = share(
    x2,
    rows * squaresOf(columns, (x) => (x - middleX) ** 2 - spreadX),
  );
  y2 = share(
    y2,
    columns * squaresOf(rows, (y) => (y - middleY) ** 2 - spreadY),
  );
  const result = new Float32Array(light.length);
  for (let row = 0, at = 0; row < rows; row++) {
    const y = row - middleY;
    const level = y1 * y + y2 * (y * y - spreadY);
    const slope = x1 + xy * y;
    for (let column = 0; column < columns; column++, at++) {
      const x = column - middleX;
      result[at] = level + slope * x + x2 * (x * x - spreadX);
    }
  }
  return result;
}

/** Sum of the squares of a term at `count` positions. */
function squaresOf(count: number, term: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += term(at) ** 2;
  return sum;
}

/** A term's factor; 0 for a term that is 0 everywhere. */
function share(product: number, squares: number): number {
  return squares === 0 ? 0 : product / squares;
}
