/**
 * Makes a recognizer's confidence mean what it says.
 *
 * @module
 */

import { CLASSES } from "../../src/network/numbers.ts";

/** Halvings of the search's span; the answer is then exact to 1e-5. */
const SEARCH_STEPS = 40;

/**
 * Mean negative log-likelihood of the labels when logits are divided by a
 * temperature.
 *
 * @param logits Ten an image, row by row.
 */
export function negativeLogLikelihood(
  logits: Float32Array,
  labels: Uint8Array,
  temperature: number,
): number {
  let sum = 0;
  labels.forEach((label, i) => {
    const row = logits.subarray(i * CLASSES, (i + 1) * CLASSES);
    const most = Math.max(...row);
    const total = row.reduce(
      (total, logit) => total + Math.exp((logit - most) / temperature),
      0,
    );
    sum += Math.log(total) - (row[label]! - most) / temperature;
  });
  return sum / labels.length;
}

/**
 * The temperature that makes the labels likeliest (temperature scaling, Guo et
 * al. 2017, arXiv 1706.04599), found by golden-section search between 0.05
 * and 20.
 *
 * @param logits Ten an image, row by row, of images that were not trained on.
 */
export function fitTemperature(
  logits: Float32Array,
  labels: Uint8Array,
): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  const loss = (log: number): number =>
    negativeLogLikelihood(logits, labels, Math.exp(log));
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
 * that rejects no more than a share of images that are digits.
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
