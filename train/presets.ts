/**
 * The presets: what each changes in the `standard` configuration.
 *
 * @module
 */

import {
  ganChanges,
  type GanConfig,
  type GanKind,
  type LeastSteps,
  type RecognizerConfig,
  standardConfig,
  type TrainConfig,
} from "./config.ts";

/** Names of the presets. */
export const PRESET_NAMES = ["smoke", "standard", "full"] as const;

/** A preset's name. */
export type PresetName = typeof PRESET_NAMES[number];

/** A preset's changes to the configuration. */
interface Changes {
  readonly trainingImages?: number;
  readonly leastSteps?: LeastSteps;
  readonly gan?: Partial<GanConfig>;
  readonly recognizer?: Partial<RecognizerConfig>;
  readonly judge?: Partial<RecognizerConfig>;
}

const CHANGES: Readonly<Record<PresetName, Changes>> = {
  // For checking that everything works; its models are not meant to be used.
  smoke: {
    trainingImages: 6000,
    leastSteps: { gan: 90, recognizer: 180, judge: 90 },
    gan: {
      epochs: 2,
      sampleEvery: 46,
      evaluatedImages: 200,
      averageDecay: 0.95,
    },
    recognizer: { epochs: 4, averageDecay: 0.98 },
    judge: { epochs: 2, averageDecay: 0.98 },
  },
  standard: {},
  full: {
    leastSteps: { gan: 4000, recognizer: 2000, judge: 1000 },
    gan: {
      epochs: 14,
      decayFrom: 0.5,
      averageDecay: 0.9995,
      discriminator: "fine",
    },
    recognizer: { epochs: 120 },
    judge: { epochs: 20 },
  },
};

/**
 * A preset's configuration, complete.
 *
 * @param kind The GAN's losses, with the hyperparameters that suit them.
 */
export function presetConfig(
  name: PresetName,
  kind: GanKind = standardConfig.gan.kind,
): TrainConfig {
  const { gan, recognizer, judge, ...rest } = CHANGES[name];
  return {
    ...standardConfig,
    ...rest,
    gan: { ...standardConfig.gan, ...gan, ...ganChanges[kind] },
    recognizer: { ...standardConfig.recognizer, ...recognizer },
    judge: { ...standardConfig.judge, ...judge },
  };
}
