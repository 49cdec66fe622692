/**
 * Smooths noisy curves. The page shows the measured values as well.
 *
 * @module
 */

import type { Value } from "../run_data.ts";

/** Share of a curve's points averaged on either side of each point. */
const REACH = 0.02;

/**
 * A centred average with weights that fall linearly to both sides. It does not
 * lag like a running average. Near the first point the window shrinks, so that
 * the steep start of a loss stays in place.
 *
 * @param values What to smooth; null marks a missing point, and stays.
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
 * The range that a chart shows: the whole line except a few outliers, such as
 * the losses of the first steps.
 *
 * @param values The values shown; null is skipped.
 * @returns Minimum and maximum; 0 and 1 if there are no values.
 */
export function shownRange(values: readonly Value[]): [number, number] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return [0, 1];
  const low = sorted[Math.floor((sorted.length - 1) * OUTSIDE)]!;
  const high = sorted[Math.ceil((sorted.length - 1) * (1 - OUTSIDE))]!;
  const margin = (high - low || Math.abs(high) || 1) * 0.06;
  return [low - margin, high + margin];
}

/** Share of points at either end that may lie outside the range. */
const OUTSIDE = 0.01;
