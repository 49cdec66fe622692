/**
 * Measures how well a score separates two groups.
 *
 * @module
 */

/**
 * The area under the ROC curve: how often a score of the first group is above one of the
 * second, ties counting half (Hanley and McNeil 1982).
 *
 * @param above Scores that should be high; at least one.
 * @param below Scores that should be low; at least one.
 * @returns From 0 to 1; 0.5 is chance.
 *
 * @example
 * ```ts
 * import { auroc } from "./auroc.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(auroc([3, 4], [1, 3]), 0.875);
 * ```
 */
export function auroc(
  above: readonly number[],
  below: readonly number[],
): number {
  const sorted = [
    ...above.map((score) => ({ score, isAbove: true })),
    ...below.map((score) => ({ score, isAbove: false })),
  ].sort((a, b) => a.score - b.score);
  let wins = 0;
  let passed = 0;
  for (let i = 0; i < sorted.length;) {
    const { score } = sorted[i]!;
    let tiedAbove = 0;
    let tiedBelow = 0;
    for (; i < sorted.length && sorted[i]!.score === score; i++) {
      if (sorted[i]!.isAbove) tiedAbove++;
      else tiedBelow++;
    }
    wins += tiedAbove * (passed + tiedBelow / 2);
    passed += tiedBelow;
  }
  return wins / (above.length * below.length);
}
