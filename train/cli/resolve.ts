/**
 * From what the user asks for to a complete configuration.
 *
 * @module
 */

import type { TrainConfig } from "../config.ts";
import { presetConfig } from "../presets.ts";
import type { TrainArguments } from "./options.ts";

/**
 * The preset's configuration with the user's changes in it. A change holds for
 * every model that is trained; with a target of its own, for that one.
 *
 * @example
 * ```ts
 * import { resolveConfig } from "./resolve.ts";
 * import assert from "node:assert/strict";
 *
 * const config = resolveConfig({ target: "gan", preset: "smoke", epochs: 7 });
 * assert.equal(config.gan.epochs, 7);
 * assert.notEqual(config.recognizer.epochs, 7);
 * ```
 */
export function resolveConfig(
  asked: Pick<
    TrainArguments,
    | "target"
    | "preset"
    | "epochs"
    | "batchSize"
    | "microbatchSize"
    | "latentDim"
    | "learningRate"
    | "seed"
  >,
): TrainConfig {
  const preset = presetConfig(asked.preset);
  const shared = {
    ...(asked.epochs !== undefined ? { epochs: asked.epochs } : {}),
    ...(asked.batchSize !== undefined ? { batchSize: asked.batchSize } : {}),
    ...(asked.microbatchSize !== undefined
      ? { microbatchSize: asked.microbatchSize }
      : {}),
    ...(asked.learningRate !== undefined
      ? { learningRate: asked.learningRate }
      : {}),
  };
  const forGan = asked.target === "recognizer" ? {} : shared;
  const forRecognizer = asked.target === "gan" ? {} : shared;
  return {
    ...preset,
    ...(asked.seed !== undefined ? { seed: asked.seed } : {}),
    gan: {
      ...preset.gan,
      ...forGan,
      ...(asked.latentDim !== undefined ? { latentSize: asked.latentDim } : {}),
    },
    recognizer: { ...preset.recognizer, ...forRecognizer },
    judge: preset.judge,
  };
}

/**
 * A configuration for one device that is fastest with all images at once, such
 * as a GPU: microbatches are whole batches.
 */
export function withWholeBatches(config: TrainConfig): TrainConfig {
  const whole = <C extends { readonly batchSize: number }>(of: C) => ({
    ...of,
    microbatchSize: of.batchSize,
  });
  return {
    ...config,
    gan: whole(config.gan),
    recognizer: whole(config.recognizer),
    judge: whole(config.judge),
  };
}
