/**
 * Real digits that a new model is compared with a served one on.
 *
 * @module
 */

import type { Dataset } from "../data/dataset.ts";
import { type DataParts, loadMnistParts, MNIST } from "../data/parts.ts";
import { unseenImages } from "../data/unseen.ts";
import type { ModelMetrics } from "../models/metrics.ts";

/** Fewest images that tell which of two models is better. */
const FEWEST = 200;

/** Images that the new model was not trained on. */
export interface Reference {
  /** What messages call them. */
  readonly name: string;
  /** The images. */
  readonly dataset: Dataset;
}

/**
 * The validation splits of a run's data and of what the served model was trained
 * on, if that is MNIST; no others are at hand. Own data may have images twice,
 * or MNIST's: none that the new model was trained on is among them.
 *
 * @param served What was measured of the served model, if that is known.
 * @returns Nothing if there are too few images to tell which of two models is
 *   better.
 */
export async function referencesOf(
  data: DataParts,
  served: ModelMetrics | undefined,
): Promise<Reference[] | undefined> {
  const { training, validation, source } = data;
  const references = source === MNIST
    ? [{ name: "validation", dataset: validation }]
    : [
      { name: "validation", dataset: unseenImages(validation, training) },
      ...served?.training.data === MNIST
        ? [{
          name: "MNIST's validation",
          dataset: unseenImages((await loadMnistParts()).validation, training),
        }]
        : [],
    ];
  const images = references.reduce(
    (sum, { dataset }) => sum + dataset.count,
    0,
  );
  if (images < FEWEST) return undefined;
  return references.filter(({ dataset }) => dataset.count > 0);
}
