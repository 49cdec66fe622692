/**
 * Scales a trained generator's latents. Training draws them from a standard
 * normal distribution, but if the generator has learned to be clear rather than
 * varied, slightly longer latents match the real images better.
 *
 * @module
 */

import { generatorInputSize } from "../../src/network/latent.ts";
import type { CheckupMeasures } from "./checkup.ts";

/** Factors on the latents that are tried; 1 is as in training. */
export const LATENT_SCALES = [1, 1.04, 1.08, 1.12] as const;

/** A generator whose latents have been scaled. */
export interface ScaledGenerator {
  /**
   * Parameters by name, with the scale folded into the first layer's weights.
   */
  readonly parameters: ReadonlyMap<string, Float32Array>;
  /** The factor. */
  readonly scale: number;
}

/**
 * Tries each of {@linkcode LATENT_SCALES} and returns the generator with the
 * least Fréchet distance, the rule by which a run's checkups choose as well.
 *
 * @param parameters The generator's averaged parameters, by name.
 * @param measure Compares a generator of such parameters with validation images.
 */
export async function bestLatentScale(
  parameters: ReadonlyMap<string, Float32Array>,
  latentSize: number,
  measure: (
    parameters: ReadonlyMap<string, Float32Array>,
  ) => Promise<Pick<CheckupMeasures, "frechet_distance">>,
): Promise<ScaledGenerator> {
  let best: ScaledGenerator = { parameters, scale: 1 };
  let least = Infinity;
  for (const scale of LATENT_SCALES) {
    const scaled = withLatentScale(parameters, latentSize, scale);
    const { frechet_distance } = await measure(scaled);
    if (!(frechet_distance < least)) continue;
    least = frechet_distance;
    best = { parameters: scaled, scale };
  }
  return best;
}

/**
 * A generator whose output for a latent is that of `parameters` for `scale`
 * times the latent. The label inputs keep their weights.
 *
 * @param parameters By name; the first layer is `seed`, its weights
 *   `[latent + 10, units]`.
 * @throws {TypeError} if there are no such weights.
 */
export function withLatentScale(
  parameters: ReadonlyMap<string, Float32Array>,
  latentSize: number,
  scale: number,
): ReadonlyMap<string, Float32Array> {
  const weight = parameters.get(FIRST_WEIGHT);
  if (!weight) {
    throw new TypeError(`the generator lacks ${FIRST_WEIGHT}`);
  }
  const scaled = weight.slice();
  const units = weight.length / generatorInputSize(latentSize);
  for (let i = 0; i < latentSize * units; i++) scaled[i]! *= scale;
  return new Map(parameters).set(FIRST_WEIGHT, scaled);
}

const FIRST_WEIGHT = "seed.weight";
