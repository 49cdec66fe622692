/**
 * Measures whether generated digits are copies of training images.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { FeatureSet } from "./feature_set.ts";
import { nearestPoints } from "./neighbours.ts";

/** An image's pixels, in [0, 1], as its point. */
export function pixelSet({ images, labels, count }: Dataset): FeatureSet {
  const values = Float32Array.from(images, (value) => value / 255);
  return { values, width: IMAGE_PIXELS, labels, count };
}

/**
 * Distance in pixels from each point to the nearest training image (Euclidean).
 *
 * @param training As {@linkcode pixelSet} makes it.
 */
export async function trainingDistances(
  digits: Dataset,
  training: FeatureSet,
): Promise<Float32Array> {
  const { squared } = await nearestPoints(pixelSet(digits), training);
  return squared.map(Math.sqrt);
}

/**
 * Mean distance of digits to the nearest training image over that of real
 * images that were not trained on: about 1 for digits that are as new as these,
 * near 0 for copies.
 *
 * @param distances Of the digits, as {@linkcode trainingDistances} finds them.
 * @param realDistances Of real images outside the training split.
 *
 * @example
 * ```ts
 * import { nearestTrainingRatio } from "./nearest_training.ts";
 * import assert from "node:assert/strict";
 *
 * const ratio = nearestTrainingRatio(Float32Array.of(1, 2), Float32Array.of(2, 4));
 * assert.equal(ratio, 0.5);
 * ```
 */
export function nearestTrainingRatio(
  distances: Float32Array,
  realDistances: Float32Array,
): number {
  return mean(distances) / mean(realDistances);
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
