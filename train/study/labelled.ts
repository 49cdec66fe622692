/**
 * Chooses the few labelled images of a study.
 *
 * @module
 */

import { CLASSES } from "../../src/network/numbers.ts";
import { studiedImages } from "../../src/network/streams.ts";
import { type Dataset, subset } from "../data/dataset.ts";

/**
 * Chooses random images, equally many of each digit. A larger number includes
 * the images of a smaller one.
 *
 * @param count How many; a multiple of ten, or at least as many as there are for
 *   all of them.
 * @param seed Seed of the choice.
 * @throws {RangeError} If the count is not allowed, or a digit has too few
 * images.
 */
export function labelledImages(
  dataset: Dataset,
  count: number,
  seed: number,
): Dataset {
  if (count >= dataset.count) return dataset;
  const each = count / CLASSES;
  if (!Number.isInteger(each) || each < 1) {
    throw new RangeError(`${count} labels, expected a multiple of ${CLASSES}`);
  }
  const chosen = Array.from({ length: CLASSES }, (_, digit) => {
    const places = Uint32Array.from(
      [...dataset.labels.keys()].filter((i) => dataset.labels[i] === digit),
    );
    if (places.length < each) {
      throw new RangeError(
        `digit ${digit} has ${places.length} images, expected ${each}`,
      );
    }
    studiedImages(seed, digit).shuffle(places);
    return [...places.subarray(0, each)];
  });
  return subset(dataset, chosen.flat().sort((a, b) => a - b));
}
