/**
 * Decides whether a generator's digits may be used to train the recognizer.
 *
 * @module
 */

import type { Dataset } from "../data/dataset.ts";
import { labelAgreement } from "../evaluate/agreement.ts";
import { countRecognized } from "../evaluate/int8_accuracy.ts";
import { wilsonLowerBound } from "../evaluate/wilson.ts";
import { generatorFrom, recognizerFrom } from "../network/int8_engine.ts";

/** Minimum accuracy of the judge on the validation split. */
const LEAST_JUDGE_ACCURACY = 0.8;

/**
 * Minimum share of generated digits that the judge must read as their label.
 */
const LEAST_AGREEMENT = 0.9;

/** Digits generated for the decision. */
const DIGITS = 1000;

/** Seed of the first hundred of them, unlike those of any report. */
const FIRST_SEED = 2_000_000;

/** The model files that exist. */
export interface GeneratorAndJudge {
  /** Generates digits. */
  readonly generator: Uint8Array<ArrayBuffer> | undefined;
  /** A recognizer trained only on real digits. */
  readonly judge: Uint8Array<ArrayBuffer> | undefined;
}

/**
 * Why a generator's digits are unfit for training, or undefined if they are
 * fit. A judge reads them, but first has to show on the validation split that
 * it can read the digits that the recognizer is for. So neither a poor
 * generator nor one for another kind of digits can teach wrong labels.
 */
export async function whyNotGenerated(
  { generator, judge }: GeneratorAndJudge,
  validation: Dataset,
): Promise<string | undefined> {
  if (generator === undefined) return "there is no generator";
  if (judge === undefined) return "there is no judge to read its digits";
  const reader = await recognizerFrom(judge);
  const { count } = validation;
  const right = countRecognized(reader, validation);
  if (wilsonLowerBound(right, count) < LEAST_JUDGE_ACCURACY) {
    return `the judge reads ${right} of ${count} validation images: too few ` +
      `to judge generated digits`;
  }
  const agreement = labelAgreement(
    reader,
    await generatorFrom(generator),
    DIGITS,
    FIRST_SEED,
  );
  return agreement < LEAST_AGREEMENT
    ? `the judge reads ${percent(agreement)} of its digits as their label, ` +
      `less than ${percent(LEAST_AGREEMENT)}`
    : undefined;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
