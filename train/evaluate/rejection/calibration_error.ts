/**
 * Measures the calibration of confidence.
 *
 * @module
 */

/** Bins of equal width that confidences are put into. */
const BINS = 15;

/** The part of an answer that calibration needs. */
export interface Scored {
  /** From 0 to 1. */
  readonly confidence: number;
  /** Whether the answer was right. */
  readonly isRight: boolean;
}

/**
 * Expected calibration error (Naeini et al. 2015): the mean difference of confidence and
 * accuracy over 15 bins of equal width, weighted by their answers.
 *
 * @returns From 0 to 1; 0 for no answers.
 *
 * @example
 * ```ts
 * import { expectedCalibrationError } from "./calibration_error.ts";
 * import assert from "node:assert/strict";
 *
 * const half = [true, false].map((isRight) => ({ confidence: 0.75, isRight }));
 * assert.equal(expectedCalibrationError(half), 0.25);
 * ```
 */
export function expectedCalibrationError(answers: readonly Scored[]): number {
  const surplus = new Float64Array(BINS);
  for (const { confidence, isRight } of answers) {
    const bin = Math.min(BINS - 1, Math.floor(confidence * BINS));
    surplus[bin]! += confidence - Number(isRight);
  }
  const sum = surplus.reduce((total, value) => total + Math.abs(value), 0);
  return answers.length === 0 ? 0 : sum / answers.length;
}
