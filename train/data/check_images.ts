/**
 * Rejects images that cannot be digits; raw pixels do not go through the
 * normalization that would notice.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../../src/network/numbers.ts";
import type { Dataset } from "./dataset.ts";

/** Least difference between paper and ink. */
const LEAST_CONTRAST = 32;

/** A border brighter than this counts as ink (0 paper, 255 ink). */
const MOST_ON_BORDER = 127;

/**
 * Checks images that come as pixels, 0 paper, 255 ink.
 *
 * @param name Name of their source, for error messages.
 * @throws {RangeError} If an image is blank, or most have ink where paper is
 *   expected.
 */
export function checkImages(name: string, { images, count }: Dataset): void {
  const blank: number[] = [];
  let inverted = 0;
  for (let i = 0; i < count; i++) {
    const image = images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
    if (contrast(image) < LEAST_CONTRAST) blank.push(i);
    if (borderMean(image) > MOST_ON_BORDER) inverted++;
  }
  if (blank.length > 0) {
    throw new RangeError(
      `${name}: ${blank.length} of ${count} images are blank, the first of ` +
        `them image ${blank[0]}; expected a digit in each`,
    );
  }
  if (inverted > count / 2) {
    throw new RangeError(
      `${name}: ${inverted} of ${count} images have a bright border, expected ` +
        `0 for paper and 255 for ink: invert them`,
    );
  }
}

/** Difference between an image's greatest and least pixel. */
function contrast(image: Uint8Array): number {
  let least = 255;
  let greatest = 0;
  for (const value of image) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return greatest - least;
}

/** Mean of the outermost pixels. */
function borderMean(image: Uint8Array): number {
  const last = IMAGE_SIZE - 1;
  let sum = 0;
  for (let i = 0; i < last; i++) {
    sum += image[i]! + image[i * IMAGE_SIZE + last]! +
      image[last * IMAGE_SIZE + last - i]! +
      image[(last - i) * IMAGE_SIZE]!;
  }
  return sum / (4 * last);
}
