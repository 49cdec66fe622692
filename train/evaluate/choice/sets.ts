/**
 * The images by which one of several recognizers is chosen: none is trained on,
 * and none is a test image.
 *
 * @module
 */

import type { Dataset } from "../../data/dataset.ts";
import { HASTE, makeDrawn } from "../../data/drawn/made_digits.ts";
import { loadRenderer } from "../../data/figures/render.ts";
import { damagedInTurn } from "../damage/suite.ts";

/** A kind of images, in one or more sets. */
export interface ChoiceKind {
  /** For a table's head. */
  readonly name: string;
  /** Creates the kind's sets, one at a time. */
  readonly sets: () => AsyncIterable<Dataset>;
}

/** How many images to create. */
export interface ChoiceSizes {
  /** How often each validation image is damaged. */
  readonly damages: number;
  /** Digits drawn by hasty hands. */
  readonly drawn: number;
}

/**
 * The seeds start here. They differ from those of the sets that fit the
 * temperature and the threshold.
 */
const SEED = 0xc402ce;

/**
 * Creates the kinds: the validation images, the same as damaged pictures, and
 * digits drawn by hasty hands. They are larger sets of what
 * `train/recognizer/choice_sets.ts` creates, because a few thousand images do
 * not separate two good recognizers.
 */
export function choiceKinds(
  validation: Dataset,
  { damages, drawn }: ChoiceSizes,
): ChoiceKind[] {
  return [
    {
      name: "validation",
      sets: async function* () {
        yield validation;
      },
    },
    {
      name: "damaged",
      sets: async function* () {
        for (let turn = 0; turn < damages; turn++) {
          yield await damagedInTurn(validation, SEED + turn);
        }
      },
    },
    {
      name: "hasty hands",
      sets: async function* () {
        await loadRenderer();
        yield await makeDrawn(drawn, SEED, { haste: HASTE });
      },
    },
  ];
}
