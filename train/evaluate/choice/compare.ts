/**
 * Compares recognizers by the images that one of them is chosen by.
 *
 * @module
 */

import type { Recognizer } from "../../../src/recognizer.ts";
import { countRecognized } from "../int8_accuracy.ts";
import type { ChoiceKind } from "./sets.ts";

/** How one recognizer did on all kinds. */
export interface ChoiceResult {
  /** Errors of each kind, in the order of the kinds. */
  readonly errors: readonly number[];
  /** The mean of the kinds' error rates, by which models are chosen. */
  readonly meanRate: number;
}

/** The comparison of several recognizers. */
export interface Comparison {
  /** Images of each kind. */
  readonly counts: readonly number[];
  /** In the order of the recognizers. */
  readonly results: readonly ChoiceResult[];
}

/** Has every recognizer read the same images. */
export async function compareRecognizers(
  recognizers: readonly Pick<Recognizer, "recognize">[],
  kinds: readonly ChoiceKind[],
): Promise<Comparison> {
  const counts = kinds.map(() => 0);
  const errors = recognizers.map(() => kinds.map(() => 0));
  for (const [k, kind] of kinds.entries()) {
    for await (const set of kind.sets()) {
      counts[k]! += set.count;
      recognizers.forEach((recognizer, r) => {
        errors[r]![k]! += set.count - countRecognized(recognizer, set);
      });
    }
  }
  return {
    counts,
    results: errors.map((wrong) => ({
      errors: wrong,
      meanRate: wrong.reduce((sum, n, k) => sum + n / counts[k]!, 0) /
        kinds.length,
    })),
  };
}
