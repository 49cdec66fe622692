/**
 * Formats a progress line; progress.ts draws it.
 *
 * @module
 */

import { formatDuration } from "./durations.ts";

/** The contents of a progress line. */
export interface ProgressState {
  /** Name of the work. */
  readonly label: string;
  /** Steps done. */
  readonly step: number;
  /** Total steps. */
  readonly total: number;
  /** Current speed; 0 if unknown. */
  readonly stepsPerSecond: number;
  /** Images per step. */
  readonly imagesPerStep: number;
  /** Losses, accuracies, the epoch …, in display order. */
  readonly values: Readonly<Record<string, number | string>>;
}

/**
 * The line: label, bar if given, per cent, values, images/s, time left.
 *
 * @param state What to show.
 * @param bar A drawn bar; none by default.
 *
 * @example
 * ```ts
 * import { progressText } from "./progress_text.ts";
 * import assert from "node:assert/strict";
 *
 * const text = progressText({
 *   label: "recognizer", step: 50, total: 200, stepsPerSecond: 5, imagesPerStep: 128,
 *   values: { epoch: "1/4", loss: 0.41234 },
 * });
 * assert.equal(text, "recognizer  25 %  epoch 1/4  loss 0.412  640 images/s  30 s left");
 * ```
 */
export function progressText(state: ProgressState, bar?: string): string {
  const { label, step, total, stepsPerSecond, imagesPerStep, values } = state;
  const parts = [label];
  if (bar !== undefined) parts.push(bar);
  parts.push(`${Math.floor(100 * step / total)} %`);
  for (const [name, value] of Object.entries(values)) {
    parts.push(
      `${name} ${typeof value === "number" ? formatNumber(value) : value}`,
    );
  }
  if (stepsPerSecond > 0) {
    const speed = Math.round(stepsPerSecond * imagesPerStep).toLocaleString(
      "en-US",
    );
    parts.push(`${speed} images/s`);
    parts.push(`${formatDuration((total - step) / stepsPerSecond)} left`);
  }
  return parts.join("  ");
}

/**
 * Three significant digits, without an exponent for numbers that people read as
 * counts.
 */
function formatNumber(value: number): string {
  return Math.abs(value) >= 100
    ? String(Math.round(value))
    : value.toPrecision(3);
}
