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
 * @param labels Outputs, one an image.
 * @param smoothing From 0 to 1.
 * @param outputs Of the network; by default the ten digits.
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

/**
 * Moves targets towards other answers, in place: distillation with softened labels (Hinton,
 * Vinyals and Dean 2015, arXiv 1503.02531), at temperature 1.
 *
 * @param targets Probabilities.
 * @param answers Probabilities, as many.
 * @param share Of the answers in the result, from 0 to 1.
 *
 * @example
 * ```ts
 * import { mixTargets } from "./targets.ts";
 * import assert from "node:assert/strict";
 *
 * const targets = Float32Array.of(1, 0);
 * mixTargets(targets, Float32Array.of(0.5, 0.5), 0.5);
 * assert.deepEqual([...targets], [0.75, 0.25]);
 * ```
 */
export function mixTargets(
  targets: Float32Array,
  answers: Float32Array,
  share: number,
): void {
  for (let i = 0; i < targets.length; i++) {
    targets[i] = (1 - share) * targets[i]! + share * answers[i]!;
  }
}
