/**
 * The arms of a study, and their training configurations.
 *
 * @module
 */

import {
  type GanConfig,
  type RecognizerConfig,
  standardConfig,
} from "../config.ts";

/** The ways to train a recognizer that are compared, in the order of reports. */
export const ARMS = ["real", "augmented", "generated", "both"] as const;

/** A member of {@linkcode ARMS}. */
export type Arm = typeof ARMS[number];

/** Their display names. */
export const ARM_TITLES: Readonly<Record<Arm, string>> = {
  real: "real",
  augmented: "real, augmented",
  generated: "real and generated",
  both: "real and generated, augmented",
};

/** Whether an arm needs a generator. */
export function isGenerated(arm: Arm): boolean {
  return arm === "generated" || arm === "both";
}

/** The settings of a whole study. All results in a folder share them. */
export interface StudySettings {
  /** Steps of each recognizer, at least: whole epochs. */
  readonly steps: number;
  /** Steps of each GAN, likewise. */
  readonly ganSteps: number;
  /** Generated share of each batch, in arms that use it. */
  readonly generatedShare: number;
}

/**
 * A recognizer's hyperparameters: the judge's, which use no made images.
 *
 * @param images Images to train on.
 */
export function recognizerConfig(
  arm: Arm,
  images: number,
  { steps, generatedShare }: StudySettings,
): RecognizerConfig {
  const isAugmented = arm === "augmented" || arm === "both";
  return {
    ...standardConfig.judge,
    augmentedShare: isAugmented ? standardConfig.recognizer.augmentedShare : 0,
    generatedShare: isGenerated(arm) ? generatedShare : 0,
    ...fitted(standardConfig.judge, images, steps),
  };
}

/**
 * The GAN's hyperparameters: the standard ones, without choosing among its
 * generators, because that would need labels that the study does not have.
 *
 * @param images Images to train on.
 */
export function ganConfig(
  images: number,
  { ganSteps }: StudySettings,
): GanConfig {
  return {
    ...standardConfig.gan,
    evaluatedImages: 0,
    ...fitted(standardConfig.gan, images, ganSteps),
  };
}

/**
 * Limits the batch size to the number of images, and sets the epochs for a
 * number of steps.
 */
function fitted(
  { batchSize, microbatchSize }: Pick<
    GanConfig,
    "batchSize" | "microbatchSize"
  >,
  images: number,
  steps: number,
): Pick<GanConfig, "epochs" | "batchSize" | "microbatchSize"> {
  const size = Math.min(batchSize, images);
  return {
    batchSize: size,
    microbatchSize: Math.min(microbatchSize, size),
    epochs: Math.ceil(steps / Math.floor(images / size)),
  };
}
