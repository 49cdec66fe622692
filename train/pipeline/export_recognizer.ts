/**
 * From a trained recognizer to its int8 file.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { createEngine } from "../../src/engine/engine.ts";
import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../src/network/numbers.ts";
import {
  type QuantizedModel,
  writeQuantizedModel,
} from "../../src/network/quantized.ts";
import { copyImage, type Dataset } from "../data/dataset.ts";
import { fitTemperature, rejectionThreshold } from "../evaluate/temperature.ts";
import type { FloatModel } from "../network/fold.ts";
import { FloatNetwork } from "../network/inference.ts";
import { calibrate } from "../quantize/calibrate.ts";
import { quantizedModel, withSelfTest } from "../quantize/quantize.ts";

/** Images of the training split that the activations are measured on. */
const CALIBRATION_IMAGES = 2000;

/** Images that go through the network at a time. */
const BATCH = 50;

/** Share of the validation split whose answers may be rejected as uncertain. */
const REJECTED_SHARE = 0.005;

/** An exported recognizer, and what was chosen for it on the validation split. */
export interface RecognizerExport {
  /** The safetensors file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the logits are divided by. */
  readonly temperature: number;
  /** Confidence below which an answer is rejected. */
  readonly rejectBelow: number;
}

/**
 * Calibrates and quantizes a recognizer, and fits its confidence.
 *
 * @param folded The trained network, batch norm folded.
 * @param training For the ranges of the activations.
 * @param validation For the temperature and the rejection threshold.
 * @param module The engine, in which the int8 logits are computed.
 * @param metadata Written into the file.
 */
export async function exportRecognizer(
  folded: FloatModel,
  training: Dataset,
  validation: Dataset,
  module: WebAssembly.Module,
  metadata: ReadonlyMap<string, string>,
): Promise<RecognizerExport> {
  const network = new FloatNetwork(folded);
  const batches = calibrationBatches(training);
  const ranges = await calibrate(network, batches);
  network.dispose();
  tf.dispose(batches);
  const quantized = quantizedModel(folded, ranges);

  const logits = int8Logits(quantized, validation, module);
  const temperature = fitTemperature(logits, validation.labels);
  const confidences = Array.from(
    { length: validation.count },
    (_, i) => confidence(logits, i, temperature),
  );
  const rejectBelow = rejectionThreshold(confidences, REJECTED_SHARE);
  const model: QuantizedModel = {
    ...quantized,
    metadata: new Map([
      ...metadata,
      ["temperature", String(temperature)],
      ["reject_below", String(rejectBelow)],
    ]),
  };
  const test = training.images.slice(0, IMAGE_PIXELS);
  return {
    bytes: writeQuantizedModel(withSelfTest(model, test)),
    temperature,
    rejectBelow,
  };
}

/**
 * Ten int8 logits an image, as the engine computes them.
 *
 * @returns Row by row.
 */
function int8Logits(
  model: QuantizedModel,
  { images, count }: Dataset,
  module: WebAssembly.Module,
): Float32Array {
  const engine = createEngine(module, model);
  const logits = new Float32Array(count * CLASSES);
  for (let i = 0; i < count; i++) {
    const pixels = images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
    logits.set(engine.logits(pixels, 1), i * CLASSES);
  }
  return logits;
}

/** Probability of the likeliest class of the i-th row. */
function confidence(
  logits: Float32Array,
  i: number,
  temperature: number,
): number {
  const row = logits.subarray(i * CLASSES, (i + 1) * CLASSES);
  const most = Math.max(...row);
  return 1 / row.reduce(
    (total, logit) => total + Math.exp((logit - most) / temperature),
    0,
  );
}

function calibrationBatches(training: Dataset): tf.Tensor4D[] {
  const count = Math.min(CALIBRATION_IMAGES, training.count);
  const batches: tf.Tensor4D[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const pixels = new Float32Array(size * IMAGE_PIXELS);
    for (let i = 0; i < size; i++) {
      copyImage(training, from + i, pixels.subarray(i * IMAGE_PIXELS));
    }
    batches.push(tf.tensor4d(pixels, [size, IMAGE_SIZE, IMAGE_SIZE, 1]));
  }
  return batches;
}
