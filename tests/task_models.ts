/**
 * Small models of the right shape for both tasks, with random weights, for
 * tests that do not care what a network has learned.
 *
 * @module
 */

import { runReference } from "../src/engine/reference.ts";
import type { DenseLayer, Layer } from "../src/network/description.ts";
import { LATENT_SIZE } from "../src/network/numbers.ts";
import {
  type QuantizedModel,
  writeQuantizedModel,
} from "../src/network/quantized.ts";
import { randomInputs, randomModel } from "./engine/random_model.ts";
import { conv2d, dense } from "./network/layers.ts";

const LOGITS: DenseLayer = {
  type: "dense",
  name: "logits",
  units: 10,
  activation: "linear",
  batchNorm: false,
};

/** A recognizer file with the given metadata. */
export function recognizerFile(
  metadata: Record<string, string> = {},
  last: DenseLayer = LOGITS,
): Uint8Array<ArrayBuffer> {
  const layers: Layer[] = [
    conv2d({ kernelSize: 5, stride: 2 }),
    { type: "reshape", name: "flat", shape: [14 * 14 * 4] },
    last,
  ];
  const model = randomModel(
    { name: "recognizer", inputShape: [28, 28, 1], layers },
    { input: { encoding: "pixels", scale: 1 / 127, zeroPoint: 0 } },
  );
  return write(model, metadata);
}

/** A generator file with the given metadata. */
export function generatorFile(
  metadata: Record<string, string> = {},
): Uint8Array<ArrayBuffer> {
  const layers: Layer[] = [
    dense({ name: "dense", units: 7 * 7 * 4, activation: "relu" }),
    { type: "reshape", name: "image", shape: [7, 7, 4] },
    { type: "pixel_shuffle", name: "shuffle", factor: 2 },
    conv2d({ activation: "sigmoid" }),
    { type: "pixel_shuffle", name: "shuffle_again", factor: 2 },
  ];
  const model = randomModel(
    { name: "generator", inputShape: [LATENT_SIZE + 10], layers },
    { input: { encoding: "codes", scale: 0.05454330891370773, zeroPoint: 64 } },
  );
  return write(model, metadata);
}

function write(
  model: QuantizedModel,
  metadata: Record<string, string>,
): Uint8Array<ArrayBuffer> {
  const input = randomInputs(model, 1);
  return writeQuantizedModel({
    ...model,
    metadata: new Map(Object.entries(metadata)),
    selfTest: { input, output: runReference(model, input) },
  });
}
