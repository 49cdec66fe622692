/**
 * Fits a configuration, which is made for MNIST, to as many images as there are.
 *
 * @module
 */

import type { TrainConfig } from "../config.ts";

/** What depends on the number of images. */
interface Sizes {
  readonly epochs: number;
  readonly batchSize: number;
  readonly microbatchSize: number;
}

/**
 * Shrinks batches to the images that there are, and lets epochs grow until each
 * model takes its least number of steps. On MNIST nothing changes.
 *
 * @param images Training images.
 * @param chosen Whether the epochs are the user's choice; they stay then. The
 *   judge's, which no option sets, grow in any case.
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
