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
import { enlarged } from "../data/figures/enlarge.ts";
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
