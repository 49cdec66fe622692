/**
 * Real and generated digits, mixed, for a person to tell apart.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { quizOrder } from "../../../src/network/streams.ts";
import { subset } from "../../data/dataset.ts";
import type { GalleryPicture, GallerySource } from "./picture.ts";

/** Pictures in the quiz, at most; half of them are real. */
const PICTURES = 40;

/** Pictures per row. */
const COLUMNS = 10;

/**
 * A picture with real validation images and generated digits of the same labels
 * in random order, and an answer that shows only the real ones.
 */
export function quizPicture(
  { served, validation, seed }: GallerySource,
): GalleryPicture {
  const random = quizOrder(seed);
  const half = Math.min(PICTURES / 2, validation.count);
  const real = Uint32Array.from({ length: validation.count }, (_, i) => i);
  random.shuffle(real);
  const unused = new Set(served.labels.keys());
  const pairs = [...real.subarray(0, half)].flatMap((i) => {
    const partner = [...unused].find((k) =>
      served.labels[k] === validation.labels[i]
    );
    if (partner === undefined) return [];
    unused.delete(partner);
    return [[i, partner] as const];
  });
  const reals = subset(validation, pairs.map(([i]) => i)).images;
  const fakes = subset(served, pairs.map(([, k]) => k)).images;
  const order = Uint32Array.from({ length: 2 * pairs.length }, (_, i) => i);
  random.shuffle(order);
  const mixed = new Uint8Array(2 * reals.length);
  const answer = new Uint8Array(2 * reals.length);
  order.forEach((from, to) => {
    const isReal = from < pairs.length;
    const place = (isReal ? from : from - pairs.length) * IMAGE_PIXELS;
    const image = (isReal ? reals : fakes)
      .subarray(place, place + IMAGE_PIXELS);
    mixed.set(image, to * IMAGE_PIXELS);
    if (isReal) answer.set(image, to * IMAGE_PIXELS);
  });
  return {
    name: "quiz",
    title: "Real or generated?",
    text: `${pairs.length} of these ${order.length} digits are real.`,
    sheet: { images: mixed, columns: COLUMNS },
    answer: {
      text: "Show the real ones",
      sheet: { images: answer, columns: COLUMNS },
    },
  };
}
