/**
 * Adds images made by program to a recognizer's training images: digits in ways
 * of writing that the data lacks, and pictures without a single digit.
 *
 * @module
 */

import type { RecognizerConfig } from "../config.ts";
import type { Dataset } from "../data/dataset.ts";
import { makeDrawn, makeFontDigits } from "../data/drawn/made_digits.ts";
import { join } from "../data/join.ts";
import { loadRenderer } from "../data/figures/render.ts";
import { makeSentDigits } from "../data/figures/sent_digits.ts";
import { makeNegatives } from "../data/negatives/make_negatives.ts";

/** The hyperparameters that decide how many images are made. */
export type MadeShares = Pick<
  RecognizerConfig,
  "drawnShare" | "fontShare" | "sentShare" | "negativeShare"
>;

/**
 * Appends made images to a dataset. For training only, because their look is
 * this project's choice.
 *
 * @param dataset What to add to; not changed.
 * @param shares How many of each, as shares of the dataset's own images, from 0.
 * @param seed Seed of the hands.
 * @param signal Stops when aborted.
 * @throws {RangeError} If a share is negative or not a number.
 * @throws The signal's reason, if it is aborted.
 */
export async function withMadeImages(
  dataset: Dataset,
  shares: MadeShares,
  seed: number,
  signal?: AbortSignal,
): Promise<Dataset> {
  if (countMade(dataset, shares) === 0) return dataset;
  await loadRenderer();
  const count = (share: number): number => shareOf(dataset, share);
  return join([
    dataset,
    await makeDrawn(count(shares.drawnShare), seed, { signal }),
    await makeFontDigits(count(shares.fontShare), seed, { signal }),
    await makeSentDigits(count(shares.sentShare), dataset, seed, signal),
    await makeNegatives(count(shares.negativeShare), dataset, seed, signal),
  ]);
}

/**
 * How many images {@linkcode withMadeImages} appends.
 *
 * @param dataset What it adds to.
 * @param shares How many of each, as shares of the dataset's own images.
 * @throws {RangeError} If a share is negative or not a number.
 */
export function countMade(
  dataset: Dataset,
  { drawnShare, fontShare, sentShare, negativeShare }: MadeShares,
): number {
  return [drawnShare, fontShare, sentShare, negativeShare]
    .reduce((sum, share) => sum + shareOf(dataset, share), 0);
}

function shareOf({ count }: Dataset, share: number): number {
  if (share >= 0 && share < Infinity) return Math.round(count * share);
  throw new RangeError(`share ${share}, expected 0 or more`);
}
