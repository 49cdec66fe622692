/**
 * Real digits on which a new model is compared with a served one.
 *
 * @module
 */

import type { Dataset } from "../data/dataset.ts";
import { type DataParts, loadMnistParts, MNIST } from "../data/parts.ts";
import { unseenImages } from "../data/unseen.ts";
import type { ModelMetrics } from "../models/metrics.ts";

/** Minimum number of images for deciding which of two models is better. */
const FEWEST = 200;

/** Images that the new model was not trained on. */
export interface Reference {
  /** Their name in messages. */
  readonly name: string;
  /** The images. */
  readonly dataset: Dataset;
}

/**
 * The validation splits of a run's data and, if the served model was trained on
 * MNIST, of MNIST. Other data is not available. Your own data may contain
 * duplicates or MNIST's images, so images that the new model was trained on are
 * left out.
 *
 * @param served The served model's metrics, if known.
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
