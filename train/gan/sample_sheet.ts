/**
 * Pictures of digits that show a GAN's progress.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { CLASSES } from "../../src/network/numbers.ts";
import { pictureLatent } from "../../src/network/streams.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { generatorInputs } from "../network/generator_inputs.ts";
import { floatModelOutput } from "../network/inference.ts";
import { readValues } from "../network/read_values.ts";
import type { Replica } from "../network/replica.ts";
import type { Samples } from "../parallel/trainer.ts";

/** Rows of each digit. */
const ROWS = 10;

/**
 * Digits of the averaged generator, one column per label. A run uses the same
 * latents at every step.
 *
 * @param latentSize Components of the latent.
 * @param seed Names the latents.
 */
export async function sampleSheet(
  generator: Replica,
  latentSize: number,
  seed: number,
): Promise<Samples> {
  const folded = foldBatchNorm(generator.network, await generator.averages());
  const digits = Uint8Array.from(
    { length: ROWS * CLASSES },
    (_, i) => i % CLASSES,
  );
  const inputs = generatorInputs(
    digits,
    latentSize,
    (i) => pictureLatent(seed, i),
  );
  const output = floatModelOutput(folded, inputs);
  const images = await readValues(output);
  tf.dispose([inputs, output]);
  return { images, columns: CLASSES };
}
