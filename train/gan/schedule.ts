/**
 * How the GAN's step size falls over a run.
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
  { learningRate, decayFrom, finalLearningRate, beta1, beta2 }: GanConfig,
  step: number,
  totalSteps: number,
): AdamOptions {
  const progress = step / totalSteps;
  const fallen = Math.max(0, (progress - decayFrom) / (1 - decayFrom));
  return {
    learningRate: learningRate * (1 - fallen * (1 - finalLearningRate)),
    beta1,
    beta2,
    weightDecay: 0,
    step: step + 1,
  };
}
