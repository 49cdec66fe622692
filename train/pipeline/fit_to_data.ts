/**
 * Fits a configuration, which is tuned for MNIST, to the number of images.
 *
 * @module
 */

import type { TrainConfig } from "../config.ts";

/** The sizes that depend on the number of images. */
interface Sizes {
  readonly epochs: number;
  readonly batchSize: number;
  readonly microbatchSize: number;
}

/**
 * Shrinks batches to the number of images, and raises epochs until each model
 * takes its minimum number of steps. On MNIST nothing changes.
 *
 * @param images Training images.
 * @param chosen Whether the user chose the epochs, which then stay. The judge's
 *   grow in any case, because no option sets them.
 *
 * @example
 * ```ts
 * import { fitToData } from "./fit_to_data.ts";
 * import { standardConfig } from "../config.ts";
 * import assert from "node:assert/strict";
 *
 * const { gan } = fitToData(standardConfig, 16, false);
 * assert.equal(gan.batchSize, 16);
 * assert.equal(gan.epochs, standardConfig.leastSteps.gan);
 * ```
 */
export function fitToData(
  config: TrainConfig,
  images: number,
  chosen: boolean,
): TrainConfig {
  const { leastSteps } = config;
  const fit = <C extends Sizes>(of: C, least: number): C => {
    const batchSize = Math.min(of.batchSize, images);
    const stepsPerEpoch = Math.floor(images / batchSize);
    return {
      ...of,
      batchSize,
      microbatchSize: Math.min(of.microbatchSize, batchSize),
      epochs: Math.max(of.epochs, Math.ceil(least / stepsPerEpoch)),
    };
  };
  return {
    ...config,
    gan: fit(config.gan, chosen ? 0 : leastSteps.gan),
    recognizer: fit(config.recognizer, chosen ? 0 : leastSteps.recognizer),
    judge: fit(config.judge, leastSteps.judge),
  };
}
