/**
 * What the recognizer is trained towards.
 *
 * @module
 */

import { CLASSES } from "../../src/network/numbers.ts";

/**
 * Target probabilities with label smoothing (Szegedy et al. 2016, arXiv
 * 1512.00567): `1 - smoothing` on the label, `smoothing` spread over all classes.
 *
 * @param labels Digits, one an image.
 * @param smoothing From 0 to 1.
 * @returns `[labels, 10]`, row-major.
 *
 * @example
 * ```ts
 * import { smoothedTargets } from "./targets.ts";
 * import assert from "node:assert/strict";
 *
 * const [row] = [smoothedTargets(Uint8Array.of(3), 0)];
 * assert.deepEqual([...row], [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
 * ```
 */
export function smoothedTargets(
  labels: Uint8Array,
  smoothing: number,
): Float32Array {
  const targets = new Float32Array(labels.length * CLASSES)
    .fill(smoothing / CLASSES);
  labels.forEach((label, row) => {
    targets[row * CLASSES + label]! += 1 - smoothing;
  });
  return targets;
}
