/**
 * Measures how well a recognizer, as served, rejects what it should.
 *
 * @module
 */

import type { RecognizerAnswer } from "../../../src/reading.ts";
import type { Recognizer } from "../../../src/recognizer.ts";
import type { Dataset } from "../../data/dataset.ts";
import type {
  RejectedKindMetrics,
  RejectionMetrics,
} from "../../models/metrics.ts";
import {
  DIGIT_LIKE_KIND,
  HELD_OUT_KINDS,
  type NegativeKind,
  TRAINING_KINDS,
} from "../../data/negatives/kinds.ts";
import { makeNegativesOf } from "../../data/negatives/make_negatives.ts";
import { loadNegativeSources } from "../../data/negatives/sources.ts";
import { auroc } from "./auroc.ts";
import { expectedCalibrationError } from "./calibration_error.ts";

/** Seed of the pictures; no training uses it. */
const SEED = 0x4e9a;

/**
 * Measures a recognizer on digits, and on pictures that show no single digit.
 *
 * @param digits Digits that were not trained on; several are also put together.
 * @param each Pictures of each kind.
 */
export async function measureRejection(
  recognizer: Pick<Recognizer, "recognize">,
  digits: Dataset,
  each = 500,
): Promise<RejectionMetrics> {
  const answers = recognizer.recognize(digits.images);
  const sources = await loadNegativeSources(digits);
  const sure = answers.map(({ confidence }) => confidence);
  const measure = async (
    group: RejectedKindMetrics["group"],
    kind: NegativeKind,
  ): Promise<RejectedKindMetrics> => {
    const { images } = await makeNegativesOf(kind, each, sources, SEED);
    const found = recognizer.recognize(images);
    return {
      name: kind.name,
      group,
      auroc: auroc(sure, found.map(({ confidence }) => confidence)),
      rejected: rejectedShare(found),
      reasons: reasonShares(found),
    };
  };
  return {
    digits: {
      rejected: rejectedShare(answers),
      calibration_error: expectedCalibrationError(
        answers.map(({ confidence, digit }, i) => ({
          confidence,
          isRight: digit === digits.labels[i],
        })),
      ),
    },
    kinds: await Promise.all([
      ...TRAINING_KINDS.map((kind) => measure("trained", kind)),
      ...HELD_OUT_KINDS.map((kind) => measure("held out", kind)),
      measure("like digits", DIGIT_LIKE_KIND),
    ]),
  };
}

function rejectedShare(answers: readonly RecognizerAnswer[]): number {
  return answers.filter(({ rejected }) => rejected).length / answers.length;
}

function reasonShares(
  answers: readonly RecognizerAnswer[],
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of answers) {
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(
    [...counts].map(([reason, count]) => [reason, count / all]),
  );
}
