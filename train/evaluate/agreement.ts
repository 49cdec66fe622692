/**
 * Whether generated digits look like their labels.
 *
 * @module
 */

import { CLASSES } from "../../src/network/numbers.ts";
import type { Generator } from "../../src/generator.ts";
import type { Recognizer } from "../../src/recognizer.ts";

/** Digits that are generated at a time. */
const BATCH = 100;

/** How many generated digits a report uses. */
export const JUDGED_DIGITS = 10_000;

/**
 * Seed of the first hundred digits of a report; each hundred has the next seed.
 */
const JUDGED_SEED = 1_000_000;

/**
 * Share of generated digits that a judge reads as their label.
 *
 * @param judge A recognizer that was trained only on real digits.
 * @param count How many to judge, equally many of each digit; a multiple of
 * 100.
 * @param firstSeed Of the first hundred digits; each hundred has the next. By
 *   default that of the reports.
 * @returns From 0 to 1.
 */
export function labelAgreement(
  judge: Pick<Recognizer, "recognize">,
  generator: Pick<Generator, "generate">,
  count: number = JUDGED_DIGITS,
  firstSeed: number = JUDGED_SEED,
): number {
  const digits = Array.from({ length: BATCH }, (_, i) => i % CLASSES);
  let agreed = 0;
  for (let from = 0; from < count; from += BATCH) {
    const seed = firstSeed + from / BATCH;
    const answers = judge.recognize(generator.generate({ digits, seed }));
    agreed += answers.filter(({ digit }, i) => digit === digits[i]).length;
  }
  return agreed / count;
}
