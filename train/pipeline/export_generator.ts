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
import { CLASSES, IMAGE_PIXELS } from "../../src/network/numbers.ts";
import {
  type QuantizedModel,
  writeQuantizedModel,
} from "../../src/network/quantized.ts";
import { calibrationLatent } from "../../src/network/streams.ts";
import type { Dataset } from "../data/dataset.ts";
import { generatorNetwork } from "../gan/networks.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { FloatNetwork } from "../network/inference.ts";
import { readValues } from "../network/read_values.ts";
import { calibrate } from "../quantize/calibrate.ts";
import { dequantizedModel } from "../quantize/dequantize.ts";
import { quantizedModel, withSelfTest } from "../quantize/quantize.ts";
import { toneCurve, withTone } from "../quantize/tone.ts";

/** Batches of 100 digits on which activations are measured. */
const CALIBRATION_BATCHES = 10;

/**
 * Folds, calibrates and quantizes a generator, and matches the tones of its
 * digits to those of training images.
 *
 * @param parameters Averaged parameters, batch norm not folded.
 * @param training Real images, of the training split.
 * @param metadata Written into the file.
 * @returns The safetensors file's bytes.
 */
export async function exportGenerator(
  parameters: ReadonlyMap<string, Float32Array>,
  latentSize: number,
  training: Pick<Dataset, "images">,
  metadata: ReadonlyMap<string, string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const folded = foldBatchNorm(generatorNetwork(latentSize), parameters);
  const network = new FloatNetwork(folded);
  const { batches, most } = calibrationBatches(
    generatorInputSize(latentSize),
  );
  const ranges = await calibrate(network, batches);
  ranges.set("input", { min: -most, max: most });
  network.dispose();
  tf.dispose(batches);
  const model = quantizedModel(folded, ranges, { metadata });
  return writeQuantizedModel(await withRealTones(model, training));
}

/**
 * A generator whose digits have the tones of training images, with a matching
 * test vector.
 *
 * @param model Its sigmoid table has no tone curve yet.
 * @param training Real images, of the training split.
 */
export async function withRealTones(
  model: QuantizedModel,
  training: Pick<Dataset, "images">,
): Promise<QuantizedModel> {
  const network = new FloatNetwork(dequantizedModel(model));
  const [width] = model.description.inputShape as [number];
  const { batches } = calibrationBatches(width);
  const pixels = new Uint8Array(
    CALIBRATION_BATCHES * 10 * CLASSES * IMAGE_PIXELS,
  );
  for (const [i, batch] of batches.entries()) {
    const output = network.run(batch);
    const values = await readValues(output);
    output.dispose();
    pixels.set(values.map((v) => Math.round(v * 255)), i * values.length);
  }
  network.dispose();
  tf.dispose(batches);
  const toned = withTone(model, toneCurve(pixels, training.images));
  const test = Uint8Array.from({ length: width }, (_, i) => i * 37 % 128);
  return withSelfTest(toned, test);
}

/** Inputs with equally many of each digit, and the largest value in them. */
function calibrationBatches(
  width: number,
): { batches: tf.Tensor2D[]; most: number } {
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
  return { batches, most };
}
