/**
 * Generated digits next to their nearest training images.
 *
 * @module
 */

import { CLASSES, IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { subset } from "../../data/dataset.ts";
import { pixelSet } from "../../evaluate/generated/nearest_training.ts";
import { nearestPoints } from "../../evaluate/generated/neighbours.ts";
import type { GalleryPicture, GallerySource } from "./picture.ts";

/** Pairs of each digit, one row. */
const PAIRS = 5;

/** For each digit a row of pairs: generated, and the nearest training image. */
export async function neighboursPicture(
  { served, training }: GallerySource,
): Promise<GalleryPicture> {
  const chosen = firstOfEach(served.labels, PAIRS);
  const digits = subset(served, chosen);
  const { squared, index } = await nearestPoints(
    pixelSet(digits),
    pixelSet(training),
  );
  const nearest = subset(training, index);
  const images = new Uint8Array(2 * digits.images.length);
  for (let i = 0; i < digits.count; i++) {
    for (const [k, { images: from }] of [digits, nearest].entries()) {
      const image = from.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
      images.set(image, (2 * i + k) * IMAGE_PIXELS);
    }
  }
  const least = Math.sqrt(Math.min(...squared));
  return {
    name: "neighbours",
    title: "Nearest training images",
    text: "Pairs: a generated digit, and to its right the most similar of " +
      `${training.count.toLocaleString("en")} training images. The smallest ` +
      `distance is ${least.toFixed(2)} (0: a copy).`,
    sheet: { images, columns: 2 * PAIRS },
  };
}

/** Places of the first images of each digit, digit by digit. */
export function firstOfEach(labels: Uint8Array, count: number): number[] {
  return Array.from(
    { length: CLASSES },
    (_, digit) =>
      [...labels.keys()].filter((i) => labels[i] === digit).slice(0, count),
  )
    .flat();
}
