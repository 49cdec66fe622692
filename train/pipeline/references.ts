/**
 * Real digits that a new model is compared with a served one on.
 *
 * @module
 */

import type { Dataset } from "../data/dataset.ts";
import { type DataParts, loadMnistParts, MNIST } from "../data/parts.ts";
import type { ModelMetrics } from "../models/metrics.ts";

/** Fewest images that tell which of two models is better. */
const FEWEST = 200;

/** Images that neither model was trained on. */
export interface Reference {
  /** What messages call them. */
  readonly name: string;
  /** The images. */
  readonly dataset: Dataset;
}

/**
 * The validation splits of a run's data and of what the served model was trained
 * on, if that is MNIST; no others are at hand.
 *
 * @param served What was measured of the served model, if that is known.
 * @returns Nothing if there are too few images to tell which of two models is
 *   better.
 */
export async function referencesOf(
  data: DataParts,
  served: ModelMetrics | undefined,
): Promise<Reference[] | undefined> {
  const references = [{
    name: "validation",
    dataset: data.validation,
  }];
  if (data.source !== MNIST && served?.training.data === MNIST) {
    const { validation } = await loadMnistParts();
    references.push({ name: "MNIST's validation", dataset: validation });
  }
  const images = references.reduce(
    (sum, { dataset }) => sum + dataset.count,
    0,
  );
  return images < FEWEST ? undefined : references;
}
