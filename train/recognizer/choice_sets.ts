/**
 * Digits as people send them, to choose by: none of these images is trained on.
 *
 * @module
 */

import type { Dataset } from "../data/dataset.ts";
import { makeDrawn, makeFontDigits } from "../data/drawn/made_digits.ts";
import { loadRenderer } from "../data/figures/render.ts";
import { HELD_OUT_FONTS } from "../data/fonts/fonts.ts";
import { damagedInTurn } from "../evaluate/damage/suite.ts";

/** Names the hands: a seed that nobody is likely to train with. */
const SEED = 0xc401ce;

/** Most drawn digits, and as many of fonts; no more than there are validation images. */
const MOST_DRAWN = 1000;

/**
 * How much less steady the hands are than those that training knows. A recognizer that reads
 * nearly all of training's hands errs about as often on these as on strangers' digits, so
 * that a confidence fitted to them holds for strangers too.
 */
const HASTE = 1.75;

/**
 * Makes sets of digits that look like what people send and less like a validation split:
 * its images as damaged pictures, digits drawn by hasty hands that training does not know,
 * and digits of such fonts.
 *
 * @param validation Images that are not trained on.
 */
export async function makeChoiceSets(validation: Dataset): Promise<Dataset[]> {
  await loadRenderer();
  const drawn = Math.min(MOST_DRAWN, validation.count);
  return [
    await damagedInTurn(validation, SEED),
    makeDrawn(drawn, SEED, HASTE),
    await makeFontDigits(drawn, SEED, HELD_OUT_FONTS),
  ];
}
