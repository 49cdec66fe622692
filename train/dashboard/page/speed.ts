/**
 * How fast a stage runs, from the times in its curves.
 *
 * @module
 */

import type { Curves, StageData, Value } from "../run_data.ts";

/** Seconds over which the current speed is averaged. */
const RECENT = 30;

/**
 * Speed in each bucket, since the last earlier bucket with a known time. It
 * includes evaluations, and the start of a resumed run.
 *
 * @param imagesPerStep Images per step.
 * @returns Images per second; null where the time is unknown.
 */
export function speedCurve(
  { steps, seconds }: Curves,
  imagesPerStep: number,
): Value[] {
  let last: { step: number; time: number } | undefined;
  return steps.map((step, i) => {
    const time = seconds[i] ?? null;
    if (time === null) return null;
    const before = last;
    last = { step, time };
    if (!before || time <= before.time) return null;
    return (step - before.step) * imagesPerStep / (time - before.time);
  });
}

/** A stage's times, in seconds; null if unknown. */
export interface Times {
  /** Time in training. */
  readonly spent: Value;
  /** Time to the end, at the current speed. */
  readonly left: Value;
  /** Images per second, currently. */
  readonly speed: Value;
}

/**
 * Measures the current speed and the time left.
 *
 * @example
 * ```ts
 * import { stageTimes } from "./speed.ts";
 * import assert from "node:assert/strict";
 *
 * const times = stageTimes({
 *   name: "gan", step: 20, plan: { totalSteps: 40, imagesPerStep: 128 },
 *   curves: { width: 10, steps: [10, 20], seconds: [5, 10], losses: {} },
 *   measures: [], pictures: [],
 * });
 * assert.deepEqual(times, { spent: 10, left: 10, speed: 256 });
 * ```
 */
export function stageTimes({ plan, curves, step }: StageData): Times {
  const known = curves.steps.map((step, i) => ({
    step,
    time: curves.seconds[i] ?? null,
  })).filter((point): point is { step: number; time: number } =>
    point.time !== null
  );
  const last = known.at(-1);
  if (!last) return { spent: null, left: null, speed: null };
  const first = known.findLast(({ time }) => time <= last.time - RECENT) ??
    known[0]!;
  const rate = last.time > first.time
    ? (last.step - first.step) / (last.time - first.time)
    : null;
  return {
    spent: last.time,
    left: plan && rate ? (plan.totalSteps - step) / rate : null,
    speed: plan && rate ? rate * plan.imagesPerStep : null,
  };
}
