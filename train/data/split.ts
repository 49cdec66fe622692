/**
 * Holds out part of a dataset, always the same part.
 *
 * The choice is uniform over all images, not by class: in 5,000 of MNIST's 60,000
 * each digit has about 500 images, give or take 20, as in the test set's own draw.
 *
 * @module
 */

import { heldOutImages } from "../../src/network/streams.ts";
import { type Dataset, subset } from "./dataset.ts";

/**
 * Seed of every split. It does not follow `--seed`, so that runs with different seeds
 * are validated on the same images and can be compared.
 */
export const SPLIT_SEED = 20_260_101;

/** How many of MNIST's 60,000 training images are held out for validation. */
export const MNIST_VALIDATION_COUNT = 5_000;

/** A dataset in two parts without an image in common. */
export interface Split {
  /** What remains, in its earlier order. */
  readonly train: Dataset;
  /** What was held out, in its earlier order. */
  readonly validation: Dataset;
}

/**
 * Holds out some images, chosen by a seed.
 *
 * @param dataset What to split.
 * @param heldOut How many images to hold out: at least 1, and at least 1 must remain.
 * @param seed Seed of the choice; by default {@linkcode SPLIT_SEED}.
 * @throws {RangeError} If either part would be empty.
 *
 * @example
 * ```ts
 * import { splitDataset } from "./split.ts";
 * import assert from "node:assert/strict";
 *
 * const ten = { images: new Uint8Array(10 * 784), labels: new Uint8Array(10), count: 10 };
 * const { train, validation } = splitDataset(ten, 2);
 * assert.deepEqual([train.count, validation.count], [8, 2]);
 * ```
 */
export function splitDataset(
  dataset: Dataset,
  heldOut: number,
  seed: number = SPLIT_SEED,
): Split {
  const { count } = dataset;
  if (!Number.isInteger(heldOut) || heldOut < 1 || heldOut >= count) {
    throw new RangeError(
      `cannot hold out ${heldOut} of ${count} images: neither part may be empty`,
    );
  }
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  heldOutImages(seed, count).shuffle(order);
  return {
    train: subset(dataset, order.slice(heldOut).sort()),
    validation: subset(dataset, order.slice(0, heldOut).sort()),
  };
}
