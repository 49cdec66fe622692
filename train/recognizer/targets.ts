/**
 * The recognizer's training targets.
 *
 * @module
 */

import { CLASSES } from "../../src/network/numbers.ts";

/**
 * Target probabilities with label smoothing (Szegedy et al. 2016, arXiv
 * 1512.00567): `1 - smoothing` on the label, `smoothing` spread over all classes.
 *
 * @param labels Index of the right output, one per image.
 * @param smoothing From 0 to 1.
 * @param outputs Number of the network's outputs; by default the ten digits.
 * @returns `[labels, outputs]`, row-major.
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
  outputs: number = CLASSES,
): Float32Array {
  const targets = new Float32Array(labels.length * outputs)
    .fill(smoothing / outputs);
  labels.forEach((label, row) => {
    targets[row * outputs + label]! += 1 - smoothing;
  });
  return targets;
}
