/**
 * Pictures of no digit or of several, as datasets.
 *
 * @module
 */

import {
  negativeKind,
  negativeOfKind,
  negativePicture,
} from "../../../src/network/streams.ts";
import type { Random } from "../../../src/network/random.ts";
import type { Dataset } from "../dataset.ts";
import { makeDataset } from "../join.ts";
import {
  type NegativeKind,
  TRAINING_KINDS,
  type TrainingKind,
} from "./kinds.ts";
import { isTallAndThin } from "./tall.ts";
import { loadNegativeSources, type NegativeSources } from "./sources.ts";

/**
 * Makes negatives of the kinds that are trained on, each kind by its share.
 *
 * @param count How many.
 * @param digits Of which several are put together.
 * @param seed Names them all.
 */
export async function makeNegatives(
  count: number,
  digits: Dataset,
  seed: number,
): Promise<Dataset> {
  if (count === 0) return makeDataset(0, () => 0, () => new Uint8Array());
  const sources = await loadNegativeSources(digits);
  const kindOf = (place: number): TrainingKind =>
    drawKind(negativeKind(seed, place).uniform());
  return makeDataset(
    count,
    (place) => kindOf(place).label,
    (place) => drawn(kindOf(place), negativePicture(seed, place), sources),
  );
}

/**
 * Makes negatives of one kind.
 *
 * @param count How many.
 * @param seed Names them all.
 */
export function makeNegativesOf(
  kind: NegativeKind,
  count: number,
  sources: NegativeSources,
  seed: number,
): Dataset {
  return makeDataset(
    count,
    () => kind.label,
    (place) => kind.draw(negativeOfKind(seed, place), sources),
  );
}

/** Pictures that are made before one that looks like a one is let pass. */
const TRIES = 4;

/** Draws a picture to train on: anew if what is left of it could be a one. */
function drawn(
  kind: TrainingKind,
  random: Random,
  sources: NegativeSources,
): Uint8Array {
  for (let attempt = 1;; attempt++) {
    const pixels = kind.draw(random, sources);
    if (!isTallAndThin(pixels) || attempt === TRIES) return pixels;
  }
}

/** The kind at a place between 0 and 1, where each takes up its share. */
function drawKind(place: number): TrainingKind {
  let end = 0;
  for (const kind of TRAINING_KINDS) {
    end += kind.share;
    if (place < end) return kind;
  }
  return TRAINING_KINDS.at(-1)!;
}
