/**
 * Chooses the latent scale of a run's generator.
 *
 * @module
 */

import { readQuantizedModel } from "../../src/network/quantized.ts";
import type { TrainConfig } from "../config.ts";
import type { DataParts } from "../data/parts.ts";
import { NEIGHBOUR } from "../evaluate/generated/comparison.ts";
import { Checkup } from "../gan/checkup.ts";
import { bestLatentScale } from "../gan/latent_scale.ts";
import { generatorNetwork } from "../gan/networks.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { dequantizedModel } from "../quantize/dequantize.ts";

/** What {@linkcode withBestLatents} needs of a run. */
export interface LatentScaleRequest {
  /** The run's configuration. */
  readonly config: Pick<TrainConfig, "gan" | "seed">;
  /** The generator is compared with its validation split. */
  readonly data: Pick<DataParts, "validation">;
  /** Reports the choice. */
  readonly say: (text: string) => void;
}

/**
 * The generator with the latent scale that is best on the validation images of
 * a checkup; unchanged if there are too few to compare with.
 *
 * @param parameters Averaged parameters, batch norm not folded.
 * @param judge File of a recognizer trained only on real digits.
 */
export async function withBestLatents(
  { config: { gan, seed }, data: { validation }, say }: LatentScaleRequest,
  parameters: ReadonlyMap<string, Float32Array>,
  judge: Uint8Array<ArrayBuffer>,
): Promise<ReadonlyMap<string, Float32Array>> {
  const images = Math.min(gan.evaluatedImages, validation.count);
  if (images <= NEIGHBOUR) return parameters;
  const checkup = new Checkup(
    dequantizedModel(readQuantizedModel(judge)),
    validation,
    images,
    seed,
  );
  const network = generatorNetwork(gan.latentSize);
  const best = await bestLatentScale(
    parameters,
    gan.latentSize,
    (tried) => checkup.measure(foldBatchNorm(network, tried)),
  );
  say(`generator: latents scaled by ${best.scale}`);
  return best.parameters;
}
