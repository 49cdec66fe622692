/**
 * Smooth curves out of noisy ones. It changes nothing of what is measured: both
 * are shown.
 *
 * @module
 */

import type { Value } from "../run_data.ts";

/** Share of a curve's points that are averaged on either side of each. */
const REACH = 0.02;

/**
 * A centred average with weights that fall linearly to both sides. It does not
 * lag behind as a running average does. Near the first point the window shrinks,
 * so that the steep beginning of a loss stays in its place.
 *
 * @param values What to smooth; null is no point, and stays.
 * @param reach Points on either side.
 * @returns As many values.
 *
 * @example
 * ```ts
 * import { smooth } from "./smooth.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(smooth([4, 0, null, 4, 0], 1), [4, 2, null, 2, 4 / 3]);
 * ```
 */
export function smooth(values: readonly Value[], reach?: number): Value[] {
  const known = values.filter((value) => value !== null);
  const width = reach ?? Math.ceil(known.length * REACH);
  let i = 0;
  return values.map((value) =>
    value === null ? null : averageAround(known, i++, width)
  );
}

function averageAround(
  values: readonly number[],
  i: number,
  reach: number,
): number {
  const most = Math.min(reach, i);
  let sum = 0;
  let weights = 0;
  for (let j = i - most; j <= Math.min(i + most, values.length - 1); j++) {
    const weight = most + 1 - Math.abs(j - i);
    sum += weight * values[j]!;
    weights += weight;
  }
  return sum / weights;
}

/**
 * The range that a chart shows: all of the line but what is far out on few
 * points, such as the first steps' losses.
 *
 * @param values What is shown; null is passed over.
 * @returns Least and greatest; 0 and 1 if there is nothing.
 */
export function shownRange(values: readonly Value[]): [number, number] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return [0, 1];
  const low = sorted[Math.floor((sorted.length - 1) * OUTSIDE)]!;
  const high = sorted[Math.ceil((sorted.length - 1) * (1 - OUTSIDE))]!;
  const margin = (high - low || Math.abs(high) || 1) * 0.06;
  return [low - margin, high + margin];
}

/** Share of the points at either end that may lie outside. */
const OUTSIDE = 0.01;
