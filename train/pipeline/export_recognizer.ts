/**
 * Exports a trained recognizer as an int8 file.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { createEngine } from "../../src/engine/engine.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../src/network/numbers.ts";
import {
  type QuantizedModel,
  writeQuantizedModel,
} from "../../src/network/quantized.ts";
import { copyImage, type Dataset } from "../data/dataset.ts";
import { readLogits } from "../../src/reading.ts";
import {
  fitTemperature,
  type LabelledLogits,
  rejectionThreshold,
} from "../evaluate/temperature.ts";
import type { FloatModel } from "../network/fold.ts";
import { FloatNetwork } from "../network/inference.ts";
import { calibrate } from "../quantize/calibrate.ts";
import { quantizedModel, withSelfTest } from "../quantize/quantize.ts";

/** Training images on which activations are measured. */
const CALIBRATION_IMAGES = 2000;

/** Images that go through the network at a time. */
const BATCH = 50;

/** Share of the validation split that may be rejected. */
const REJECTED_SHARE = 0.005;

/** The same for each set of generated images. */
const REJECTED_MADE_SHARE = 0.015;

/** An exported recognizer and the values chosen for it. */
export interface RecognizerExport {
  /** The safetensors file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Divisor of the logits. */
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
 * @param made Digits as people send them, also for the threshold; none for a
 * recognizer that only has to read images like its own data.
 * @param module The engine, in which the int8 logits are computed.
 * @param metadata Written into the file.
 */
export async function exportRecognizer(
  folded: FloatModel,
  training: Dataset,
  validation: Dataset,
  made: readonly Dataset[],
  module: WebAssembly.Module,
  metadata: ReadonlyMap<string, string>,
): Promise<RecognizerExport> {
  const network = new FloatNetwork(folded);
  const batches = calibrationBatches(training);
  const ranges = await calibrate(network, batches);
  network.dispose();
  tf.dispose(batches);
  const quantized = quantizedModel(folded, ranges);

  const sets = [validation, ...made].map((dataset): LabelledLogits => ({
    logits: int8Logits(quantized, dataset, module),
    labels: dataset.labels,
  }));
  const temperature = fitTemperature(...sets);
  const rejectBelow = Math.min(
    ...sets.map((set, i) =>
      rejectionThreshold(
        confidences(set, temperature),
        i === 0 ? REJECTED_SHARE : REJECTED_MADE_SHARE,
      )
    ),
  );
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
 * Int8 logits, as the engine computes them.
 *
 * @returns Row by row.
 */
export function int8Logits(
  model: QuantizedModel,
  { images, count }: Dataset,
  module: WebAssembly.Module,
): Float32Array {
  const engine = createEngine(module, model);
  const outputs = engine.outputSize;
  const logits = new Float32Array(count * outputs);
  for (let i = 0; i < count; i++) {
    const pixels = images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
    logits.set(engine.logits(pixels, 1), i * outputs);
  }
  return logits;
}

function confidences(
  { logits, labels }: LabelledLogits,
  temperature: number,
): number[] {
  const outputs = logits.length / labels.length;
  const options = { temperature, rejectBelow: 0 };
  return Array.from(
    labels,
    (_, i) => readLogits(logits, i, outputs, options).confidence,
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
