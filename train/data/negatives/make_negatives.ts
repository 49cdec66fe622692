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
 * Creates negatives of the kinds that are trained on, each kind with its share.
 *
 * @param count How many.
 * @param digits Digits for pictures of several digits.
 * @param seed Seed of all of them.
 * @param signal Stops when aborted.
 * @throws The signal's reason, if it is aborted.
 */
export async function makeNegatives(
  count: number,
  digits: Dataset,
  seed: number,
  signal?: AbortSignal,
): Promise<Dataset> {
  if (count === 0) return makeDataset(0, () => 0, () => new Uint8Array());
  const sources = await loadNegativeSources(digits);
  const kindOf = (place: number): TrainingKind =>
    drawKind(negativeKind(seed, place).uniform());
  return makeDataset(
    count,
    (place) => kindOf(place).label,
    (place) => drawn(kindOf(place), negativePicture(seed, place), sources),
    signal,
  );
}

/**
 * Creates negatives of one kind.
 *
 * @param count How many.
 * @param seed Seed of all of them.
 */
export function makeNegativesOf(
  kind: NegativeKind,
  count: number,
  sources: NegativeSources,
  seed: number,
): Promise<Dataset> {
  return makeDataset(
    count,
    () => kind.label,
    (place) => kind.draw(negativeOfKind(seed, place), sources),
  );
}

/** Attempts before a picture that looks like a one is accepted. */
const TRIES = 4;

/** Draws a picture to train on; tries again if the result could be a one. */
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

/** The kind at a place between 0 and 1, divided by the kinds' shares. */
function drawKind(place: number): TrainingKind {
  let end = 0;
  for (const kind of TRAINING_KINDS) {
    end += kind.share;
    if (place < end) return kind;
  }
  return TRAINING_KINDS.at(-1)!;
}
