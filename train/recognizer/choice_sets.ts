/**
 * Digits as people send them, for choosing temperature and threshold. None of
 * these images is trained on.
 *
 * @module
 */

import type { Dataset } from "../data/dataset.ts";
import { HASTE, makeDrawn, makeFontDigits } from "../data/drawn/made_digits.ts";
import { loadRenderer } from "../data/figures/render.ts";
import { HELD_OUT_FONTS } from "../data/fonts/fonts.ts";
import { damagedInTurn } from "../evaluate/damage/suite.ts";

/** Seed of the hands, unlikely to be used for training. */
const SEED = 0xc401ce;

/**
 * Maximum number of drawn digits, and of digits of fonts. There are never more
 * than validation images.
 */
const MOST_DRAWN = 1000;

/**
 * Creates sets of digits that resemble what people send more than a validation
 * split does: its images as damaged pictures, digits drawn by hasty hands, and
 * digits of fonts that are not in training.
 *
 * @param validation Images that are not used for training.
 */
export async function makeChoiceSets(validation: Dataset): Promise<Dataset[]> {
  await loadRenderer();
  const drawn = Math.min(MOST_DRAWN, validation.count);
  return [
    await damagedInTurn(validation, SEED),
    await makeDrawn(drawn, SEED, { haste: HASTE }),
    await makeFontDigits(drawn, SEED, { fonts: HELD_OUT_FONTS }),
  ];
}
