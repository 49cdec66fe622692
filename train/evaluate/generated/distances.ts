/**
 * Distances between two sets of points, tile by tile: ten thousand by ten
 * thousand of them would not fit in memory.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { readValues } from "../../network/read_values.ts";
import type { FeatureSet } from "./feature_set.ts";

/** Points of the first set in a tile. */
const ROWS = 1000;

/** Points of the second set in a tile. */
const COLUMNS = 5000;

/**
 * Visits the squared distances between all pairs of points.
 *
 * They come from `|a|^2 + |b|^2 - 2ab` in single precision, so that the
 * distance between equal points may differ from 0 by rounding.
 *
 * @param visit Called with the index of a point of `a`, the index of a first
 *   point of `b`, and the squared distances to that point and those after it;
 *   the array is reused.
 * @throws {RangeError} if the points differ in width.
 */
export async function visitDistances(
  a: FeatureSet,
  b: FeatureSet,
  visit: (row: number, from: number, squared: Float32Array) => void,
): Promise<void> {
  if (a.width !== b.width) {
    throw new RangeError(`points of ${a.width} and of ${b.width} numbers`);
  }
  const aSquares = squaredLengths(a);
  const bSquares = squaredLengths(b);
  for (let from = 0; from < b.count; from += COLUMNS) {
    const columns = Math.min(COLUMNS, b.count - from);
    const right = rowsOf(b, from, columns);
    for (let start = 0; start < a.count; start += ROWS) {
      const rows = Math.min(ROWS, a.count - start);
      const left = rowsOf(a, start, rows);
      const product = tf.matMul(left, right, false, true);
      const values = await readValues(product);
      tf.dispose([left, product]);
      for (let i = 0; i < rows; i++) {
        const row = values.subarray(i * columns, (i + 1) * columns);
        const square = aSquares[start + i]!;
        for (let j = 0; j < columns; j++) {
          row[j] = Math.max(0, square + bSquares[from + j]! - 2 * row[j]!);
        }
        visit(start + i, from, row);
      }
    }
    right.dispose();
  }
}

function rowsOf(
  { values, width }: FeatureSet,
  start: number,
  count: number,
): tf.Tensor2D {
  const chosen = values.subarray(start * width, (start + count) * width);
  return tf.tensor2d(chosen, [count, width]);
}

function squaredLengths({ values, width, count }: FeatureSet): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let k = i * width; k < (i + 1) * width; k++) sum += values[k]! ** 2;
    return sum;
  });
}
