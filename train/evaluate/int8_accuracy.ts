/**
 * Counts the digits that an exported recognizer reads right.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import type { Recognizer } from "../../src/recognizer.ts";
import type { Dataset } from "../data/dataset.ts";

/** Images that are read at a time. */
const BATCH = 50;

/** Reads a dataset as the server would and counts the digits read as labelled. */
export function countRecognized(
  recognizer: Pick<Recognizer, "recognize">,
  { images, labels, count }: Dataset,
): number {
  let correct = 0;
  for (let from = 0; from < count; from += BATCH) {
    const to = Math.min(count, from + BATCH);
    const answers = recognizer.recognize(
      images.subarray(from * IMAGE_PIXELS, to * IMAGE_PIXELS),
    );
    answers.forEach(({ digit }, i) => {
      if (digit === labels[from + i]) correct++;
    });
  }
  return correct;
}
