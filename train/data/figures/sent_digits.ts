/**
 * A dataset's digits as clients would send them: as pictures of ink on paper,
 * brought back to 28x28 by the image path.
 *
 * @module
 */

import { normalize } from "../../../src/image/normalize/normalize.ts";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { sentDigit } from "../../../src/network/streams.ts";
import { type Dataset, subset } from "../dataset.ts";
import { pauses } from "../pauses.ts";
import { enlarged } from "./enlarge.ts";
import { photograph } from "./photograph.ts";

/** Sides of the pictures, in pixels. */
const SMALLEST = 56;
const LARGEST = 112;

/**
 * "Photographs" random digits of a dataset. A digit stays unchanged if nothing
 * is found in its picture.
 *
 * @param count How many.
 * @param dataset Where they come from.
 * @param seed Seed of digits, paper and light.
 * @param signal Stops when aborted.
 * @throws The signal's reason, if it is aborted.
 */
export async function makeSentDigits(
  count: number,
  dataset: Dataset,
  seed: number,
  signal?: AbortSignal,
): Promise<Dataset> {
  const sent = subset(
    dataset,
    Array.from(
      { length: count },
      (_, i) => sentDigit(seed, i).below(dataset.count),
    ),
  );
  const pause = pauses(signal);
  for (let i = 0; i < count; i++) {
    await pause();
    const random = sentDigit(seed, i);
    random.below(dataset.count);
    const image = sent.images.subarray(
      i * IMAGE_PIXELS,
      (i + 1) * IMAGE_PIXELS,
    );
    const side = SMALLEST + random.below(LARGEST - SMALLEST + 1);
    const picture = photograph(enlarged(image, side), side, random);
    const { pixels, box } = normalize(picture);
    if (box !== null) image.set(pixels);
  }
  return sent;
}
