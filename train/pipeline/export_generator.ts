/**
 * Exports a trained generator as an int8 file.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  generatorInputSize,
  writeGeneratorInput,
} from "../../src/network/latent.ts";
import { CLASSES } from "../../src/network/numbers.ts";
import { writeQuantizedModel } from "../../src/network/quantized.ts";
import { calibrationLatent } from "../../src/network/streams.ts";
import { generatorNetwork } from "../gan/networks.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { FloatNetwork } from "../network/inference.ts";
import { calibrate } from "../quantize/calibrate.ts";
import { quantizedModel, withSelfTest } from "../quantize/quantize.ts";

/** Batches of 100 digits on which activations are measured. */
const CALIBRATION_BATCHES = 10;

/**
 * Folds, calibrates and quantizes a generator.
 *
 * @param parameters Averaged parameters, batch norm not folded.
 * @param metadata Written into the file.
 * @returns The safetensors file's bytes.
 */
export async function exportGenerator(
  parameters: ReadonlyMap<string, Float32Array>,
  latentSize: number,
  metadata: ReadonlyMap<string, string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const folded = foldBatchNorm(generatorNetwork(latentSize), parameters);
  const network = new FloatNetwork(folded);
  const width = generatorInputSize(latentSize);
  let most = 0;
  const batches = Array.from({ length: CALIBRATION_BATCHES }, (_, batch) => {
    const values = new Float32Array(10 * CLASSES * width);
    for (let i = 0; i < 10 * CLASSES; i++) {
      writeGeneratorInput(
        values.subarray(i * width, (i + 1) * width),
        i % CLASSES,
        calibrationLatent(batch, i),
      );
    }
    most = values.reduce((m, value) => Math.max(m, Math.abs(value)), most);
    return tf.tensor2d(values, [10 * CLASSES, width]);
  });
  const ranges = await calibrate(network, batches);
  ranges.set("input", { min: -most, max: most });
  network.dispose();
  tf.dispose(batches);
  const model = quantizedModel(folded, ranges, { metadata });
  const test = Uint8Array.from({ length: width }, (_, i) => i * 37 % 128);
  return writeQuantizedModel(withSelfTest(model, test));
}
