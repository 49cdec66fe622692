/**
 * Drawn digits among a dataset's own.
 *
 * @module
 */

import { CLASSES, IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { drawnHand } from "../../../src/network/streams.ts";
import type { Dataset } from "../dataset.ts";
import { drawnDigit } from "./drawn_digit.ts";

/**
 * Puts drawn digits, as many of each, behind a dataset's own images. For training only:
 * what they look like is a choice of this project.
 *
 * @param dataset What to add to; not changed.
 * @param share How many, as a share of the dataset's own images, from 0.
 * @param seed Names the hands.
 * @throws {RangeError} If the share is negative or not a number.
 *
 * @example
 * ```ts
 * import { addDrawn } from "./add_drawn.ts";
 * import assert from "node:assert/strict";
 *
 * const blank = { images: new Uint8Array(20 * 784), labels: new Uint8Array(20), count: 20 };
 * assert.equal(addDrawn(blank, 0.1, 1).count, 22);
 * ```
 */
export function addDrawn(
  dataset: Dataset,
  share: number,
  seed: number,
): Dataset {
  if (!(share >= 0 && share < Infinity)) {
    throw new RangeError(`share ${share}, expected 0 or more`);
  }
  const { count } = dataset;
  const all = count + Math.round(count * share);
  const images = new Uint8Array(all * IMAGE_PIXELS);
  const labels = new Uint8Array(all);
  images.set(dataset.images);
  labels.set(dataset.labels);
  for (let i = count; i < all; i++) {
    const digit = (i - count) % CLASSES;
    labels[i] = digit;
    images.set(
      drawnDigit(digit, drawnHand(seed, i - count)),
      i * IMAGE_PIXELS,
    );
  }
  return { images, labels, count: all };
}
