/**
 * Counts the digits that a floating-point recognizer reads right.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../src/network/numbers.ts";
import { copyImage, type Dataset } from "../data/dataset.ts";
import type { FloatNetwork } from "../network/inference.ts";
import { readValues } from "../network/read_values.ts";

/** Images that are read at a time. */
const BATCH = 100;

/**
 * Reads part of a dataset and counts the digits read as labelled; ignores
 * outputs beyond the ten digits.
 *
 * @param recognizer 28x28x1 in, ten logits or more out.
 * @param start First image.
 * @param end One past the last.
 */
export async function countCorrect(
  recognizer: FloatNetwork,
  dataset: Dataset,
  start = 0,
  end: number = dataset.count,
): Promise<number> {
  let correct = 0;
  for (let from = start; from < end; from += BATCH) {
    const to = Math.min(end, from + BATCH);
    const logits = await datasetLogits(recognizer, dataset, from, to);
    const outputs = logits.length / (to - from);
    for (let i = from; i < to; i++) {
      const start = (i - from) * outputs;
      const row = logits.subarray(start, start + CLASSES);
      if (argMax(row) === dataset.labels[i]) correct++;
    }
  }
  return correct;
}

/**
 * A network's outputs for each of some images of a dataset, row by row.
 *
 * @param start First image.
 * @param end One past the last; all are run as one batch.
 */
export async function datasetLogits(
  recognizer: FloatNetwork,
  dataset: Dataset,
  start: number,
  end: number,
): Promise<Float32Array> {
  const pixels = new Float32Array((end - start) * IMAGE_PIXELS);
  for (let i = start; i < end; i++) {
    copyImage(dataset, i, pixels.subarray((i - start) * IMAGE_PIXELS));
  }
  const input = tf.tensor4d(pixels, [end - start, IMAGE_SIZE, IMAGE_SIZE, 1]);
  const output = recognizer.run(input);
  const logits = await readValues(output);
  tf.dispose([input, output]);
  return logits;
}

/** Index of the largest value; the first of equals. */
export function argMax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i]! > values[best]!) best = i;
  }
  return best;
}
