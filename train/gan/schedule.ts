/**
 * The schedules of a GAN run: learning rate and label weight.
 *
 * @module
 */

import type { GanConfig } from "../config.ts";
import type { AdamOptions } from "../network/adam_options.ts";

/**
 * Adam's options for one step: the learning rate is constant, then falls
 * linearly.
 *
 * @param step From 0.
 * @param totalSteps Steps of the whole run.
 */
export function adamAt(
  config: GanConfig,
  step: number,
  totalSteps: number,
): AdamOptions {
  const { learningRate, finalLearningRate, beta1, beta2 } = config;
  const fallen = fallenShare(config, step, totalSteps);
  return {
    learningRate: learningRate * (1 - fallen * (1 - finalLearningRate)),
    beta1,
    beta2,
    weightDecay: 0,
    step: step + 1,
  };
}

/**
 * The generator's weight of the labels' cross-entropy for one step: constant,
 * then falling to 0 with the learning rate. At first clear labels matter most;
 * at the end the generator only has to match the real images, including
 * ambiguous ones.
 *
 * @param step From 0.
 * @param totalSteps Steps of the whole run.
 */
export function generatorLabelWeight(
  config: GanConfig,
  step: number,
  totalSteps: number,
): number {
  return config.labelWeight * (1 - fallenShare(config, step, totalSteps));
}

/** Progress from `decayFrom` to the end of a run: 0 before, 1 at the end. */
function fallenShare(
  { decayFrom }: GanConfig,
  step: number,
  totalSteps: number,
): number {
  const progress = step / totalSteps;
  return Math.max(0, (progress - decayFrom) / (1 - decayFrom));
}
