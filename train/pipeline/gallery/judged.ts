/**
 * The digits that are easiest and hardest for the judge to read.
 *
 * @module
 */

import { CLASSES } from "../../../src/network/numbers.ts";
import { type Dataset, subset } from "../../data/dataset.ts";
import { datasetLogits } from "../../evaluate/accuracy.ts";
import type { FloatNetwork } from "../../network/inference.ts";
import type { GalleryPicture, GallerySource } from "./picture.ts";

/** Digits of each label that are shown. */
const SHOWN = 10;

/** Digits that are read at a time. */
const BATCH = 100;

/** Two pictures with a row for each digit. */
export async function judgedPictures(
  { served }: GallerySource,
  judge: FloatNetwork,
): Promise<GalleryPicture[]> {
  const certainty = await labelProbabilities(judge, served);
  const rows = Array.from(
    { length: CLASSES },
    (_, digit) =>
      [...served.labels.keys()].filter((i) => served.labels[i] === digit)
        .sort((a, b) => certainty[a]! - certainty[b]!),
  );
  const ofEach = `of ${served.count.toLocaleString("en")} digits`;
  const sheet = (chosen: number[]): GalleryPicture["sheet"] => ({
    images: subset(served, chosen).images,
    columns: SHOWN,
  });
  return [
    {
      name: "worst",
      title: "Worst by the judge",
      text: `For each label the ${SHOWN} ${ofEach} that the judge is least ` +
        "certain of, the worst first.",
      sheet: sheet(rows.flatMap((row) => row.slice(0, SHOWN))),
    },
    {
      name: "best",
      title: "Best by the judge",
      text: `For each label the ${SHOWN} that it is most certain of.`,
      sheet: sheet(rows.flatMap((row) => row.slice(-SHOWN).reverse())),
    },
  ];
}

/** The probability that a judge gives each image's label. */
export async function labelProbabilities(
  judge: FloatNetwork,
  digits: Dataset,
): Promise<Float64Array> {
  const found = new Float64Array(digits.count);
  for (let from = 0; from < digits.count; from += BATCH) {
    const to = Math.min(digits.count, from + BATCH);
    const logits = await datasetLogits(judge, digits, from, to);
    for (let i = from; i < to; i++) {
      const at = (i - from) * CLASSES;
      const row = logits.subarray(at, at + CLASSES);
      const own = row[digits.labels[i]!]!;
      found[i] = 1 / row.reduce((sum, value) => sum + Math.exp(value - own), 0);
    }
  }
  return found;
}
