/**
 * Chooses the step size of int8 weights, for each output separately.
 *
 * @module
 */

import {
  clamp,
  roundHalfEven,
  WEIGHT_MAX,
} from "../../src/network/arithmetic.ts";

/**
 * How a scale is chosen: `max` maps the largest weight to 127; `mse` minimizes
 * the squared error, which may clip the largest weights ("OMSE" of Choukroun et
 * al. 2019, arXiv 1902.06822, by grid search).
 */
export type WeightScaleRule = "max" | "mse";

/** Grid steps between half of the largest weight and all of it. */
const GRID = 40;

/**
 * Scales for a weight matrix, one per column.
 *
 * @param weights `[rows, outputs]`, row-major.
 * @param outputs Number of columns.
 * @returns Positive float32 numbers. A column of zeros gets the largest scale
 *   of the others, so that its bias has a step like theirs.
 *
 * @example
 * ```ts
 * import { weightScales } from "./weight_scales.ts";
 * import assert from "node:assert/strict";
 *
 * const weights = Float32Array.of(127, 0, -5, 0);
 * assert.deepEqual(weightScales(weights, 2, "max"), Float32Array.of(1, 1));
 * ```
 */
export function weightScales(
  weights: Float32Array,
  outputs: number,
  rule: WeightScaleRule,
): Float32Array {
  const scales = new Float32Array(outputs);
  for (let output = 0; output < outputs; output++) {
    const column = columnOf(weights, output, outputs);
    const most = column.reduce((m, w) => Math.max(m, Math.abs(w)), 0);
    const largest = most / WEIGHT_MAX;
    scales[output] = rule === "max" ? largest : leastError(column, largest);
  }
  const fallback = Math.max(...scales) || 1 / WEIGHT_MAX;
  return scales.map((scale) => scale || fallback);
}

/**
 * Weights as integers -127 to 127 in units of their column's scale.
 *
 * @param weights `[rows, outputs]`, row-major.
 * @param scales One per column.
 */
export function quantizeWeights(
  weights: Float32Array,
  scales: Float32Array,
): Int8Array {
  return Int8Array.from(
    weights,
    (weight, i) => toCode(weight, scales[i % scales.length]!),
  );
}

function toCode(weight: number, scale: number): number {
  return clamp(roundHalfEven(weight / scale), -WEIGHT_MAX, WEIGHT_MAX);
}

function columnOf(
  weights: Float32Array,
  output: number,
  outputs: number,
): Float32Array {
  const rows = weights.length / outputs;
  return Float32Array.from(
    { length: rows },
    (_, row) => weights[row * outputs + output]!,
  );
}

function leastError(column: Float32Array, largest: number): number {
  if (largest === 0) return 0;
  let best = largest;
  let least = Infinity;
  for (let step = GRID; step >= GRID / 2; step--) {
    const scale = Math.fround(largest * step / GRID);
    let error = 0;
    for (const weight of column) {
      error += (weight - scale * toCode(weight, scale)) ** 2;
    }
    if (error < least) [best, least] = [scale, error];
  }
  return best;
}
