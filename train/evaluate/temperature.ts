/**
 * Calibrates a recognizer's confidence, and chooses the rejection threshold.
 *
 * @module
 */

import { readLogits } from "../../src/reading.ts";

/** Halvings of the search's span; the answer is then exact to 1e-5. */
const SEARCH_STEPS = 40;

/** Logits of labelled images. */
export interface LabelledLogits {
  /** Row by row, as many per image as the network has outputs. */
  readonly logits: Float32Array;
  /** The image's digit. */
  readonly labels: Uint8Array;
}

/**
 * Mean negative log-likelihood of the digits when logits are read at a temperature, as
 * `readLogits` reads them.
 */
export function negativeLogLikelihood(
  { logits, labels }: LabelledLogits,
  temperature: number,
): number {
  const outputs = logits.length / labels.length;
  const options = { temperature, rejectBelow: 0 };
  let sum = 0;
  labels.forEach((label, i) => {
    const { probabilities } = readLogits(logits, i, outputs, options);
    // Small probabilities are rounded to 0.
    sum -= Math.log(Math.max(probabilities[label]!, LEAST));
  });
  return sum / labels.length;
}

/** Half of the last decimal of a probability. */
const LEAST = 5e-10;

/**
 * The temperature that makes the labels likeliest (temperature scaling, Guo et
 * al. 2017, arXiv 1706.04599), found by golden-section search between 0.05
 * and 20.
 *
 * @param sets Images that were not trained on. Each set has the same weight,
 * regardless of its size.
 */
export function fitTemperature(...sets: readonly LabelledLogits[]): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  const loss = (log: number): number =>
    sets.reduce(
      (sum, set) => sum + negativeLogLikelihood(set, Math.exp(log)),
      0,
    );
  let low = Math.log(0.05);
  let high = Math.log(20);
  for (let i = 0; i < SEARCH_STEPS; i++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/**
 * The confidence below which an answer is rejected as uncertain: the largest
 * that rejects at most a given share of images that are digits.
 *
 * @param confidences Of images that were not trained on.
 * @param share Rejected at most, from 0 to 1.
 *
 * @example
 * ```ts
 * import { rejectionThreshold } from "./temperature.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(rejectionThreshold([0.9, 0.2, 0.7, 0.8], 0.25), 0.7);
 * ```
 */
export function rejectionThreshold(
  confidences: readonly number[],
  share: number,
): number {
  const sorted = [...confidences].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
