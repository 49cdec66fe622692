/**
 * Digits as people send them, to choose by: none of these images is trained on.
 *
 * @module
 */

import { normalize } from "../../src/image/normalize/normalize.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../src/network/numbers.ts";
import { photographOf } from "../../src/network/streams.ts";
import type { Dataset } from "../data/dataset.ts";
import { makeDrawn, makeFontDigits } from "../data/drawn/made_digits.ts";
import { photograph } from "../data/figures/photograph.ts";
import { loadRenderer } from "../data/figures/render.ts";
import { HELD_OUT_FONTS } from "../data/fonts/fonts.ts";
import { makeDataset } from "../data/join.ts";

/** Names the hands: a seed that nobody is likely to train with. */
const SEED = 0xc401ce;

/** Drawn digits, and as many of fonts. */
const DRAWN = 500;

/**
 * Makes sets of digits that look like what people send and less like a validation split:
 * its images printed large on paper and photographed, digits drawn by hands that training
 * does not know, and digits of such fonts.
 *
 * @param validation Images that are not trained on.
 */
export async function makeChoiceSets(validation: Dataset): Promise<Dataset[]> {
  await loadRenderer();
  return [
    photographed(validation),
    makeDrawn(DRAWN, SEED),
    await makeFontDigits(DRAWN, SEED, HELD_OUT_FONTS),
  ];
}

/** Every image of a dataset enlarged, photographed and found again by the image path. */
export function photographed({ images, labels, count }: Dataset): Dataset {
  return makeDataset(count, (i) => labels[i]!, (i) => {
    const random = photographOf(i);
    const image = images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
    const side = IMAGE_SIZE * (2 + random.below(3));
    const picture = photograph(enlarged(image, side), side, random);
    return normalize(picture).pixels;
  });
}

/**
 * Scales an image up, bilinearly.
 *
 * @param image 28x28 bytes, row-major.
 * @param side Of the result, in pixels.
 */
export function enlarged(image: Uint8Array, side: number): Uint8Array {
  const scale = IMAGE_SIZE / side;
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= IMAGE_SIZE || y >= IMAGE_SIZE
      ? 0
      : image[y * IMAGE_SIZE + x]!;
  return Uint8Array.from({ length: side * side }, (_, i) => {
    const x = (i % side + 0.5) * scale - 0.5;
    const y = (Math.floor(i / side) + 0.5) * scale - 0.5;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, below] = [x - left, y - top];
    const upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
    const lower = at(left, top + 1) * (1 - right) +
      at(left + 1, top + 1) * right;
    return Math.round(upper * (1 - below) + lower * below);
  });
}
