/**
 * From options to a complete configuration.
 *
 * @module
 */

import type { TrainConfig } from "../config.ts";
import { presetConfig } from "../presets.ts";
import { OPTIONS, type TrainOptions } from "./options.ts";

/**
 * The preset's configuration, with the hyperparameters that the options set
 * applied to every trained model. The judge keeps the preset's values, so that
 * different runs are judged alike.
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
  options: Partial<TrainOptions> & Pick<TrainOptions, "target" | "preset">,
): TrainConfig {
  const changes = new Map<string, unknown>();
  for (const [name, { sets }] of OPTIONS) {
    if (sets && options[name] !== undefined) changes.set(sets, options[name]);
  }
  const preset = presetConfig(options.preset, options.gan);
  const { target } = options;
  return {
    ...changed(preset, changes),
    gan: target === "recognizer" ? preset.gan : changed(preset.gan, changes),
    recognizer: target === "gan"
      ? preset.recognizer
      : changed(preset.recognizer, changes),
  };
}

/** A copy with those changes that concern its own hyperparameters. */
function changed<C extends object>(
  config: C,
  changes: ReadonlyMap<string, unknown>,
): C {
  const own = [...changes].filter(([name]) => name in config);
  return { ...config, ...Object.fromEntries(own) };
}

/**
 * A configuration for a device that is fastest with whole batches, such as a
 * GPU.
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
