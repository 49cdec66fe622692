/**
 * Converts a float model and the ranges of its activations to the int8 model
 * that the engine runs.
 *
 * This file measures no ranges (calibration does, on training images) and folds
 * no batch norm (export does): it is a pure function of its arguments.
 *
 * @module
 */

import { CODE_MAX, sigmoidTable } from "../../src/network/arithmetic.ts";
import { shapedLayers } from "../../src/network/shapes.ts";
import type {
  InputQuantization,
  QuantizedModel,
  QuantizedWeights,
} from "../../src/network/quantized.ts";
import { quantizedLayers } from "../../src/network/quantized_layers.ts";
import { runReference } from "../../src/engine/reference.ts";
import type { FloatModel } from "../network/fold.ts";
import {
  type ActivationRange,
  activationScale,
  codedInput,
  rangeOf,
} from "./activation_range.ts";
import { leastExactScale, quantizeLayer } from "./quantize_layer.ts";
import type { WeightScaleRule } from "./weight_scales.ts";

/** Options of {@linkcode quantizedModel}. */
export interface QuantizeOptions {
  /** How weight scales are chosen. @default {"mse"} */
  readonly weightScaleRule?: WeightScaleRule;
  /**
   * `pixels` if the network's inputs are bytes 0 to 255 that were 0 to 1 in
   * training, `codes` if they are codes.
   *
   * @default {"pixels" for an image, "codes" for a vector}
   */
  readonly inputEncoding?: InputQuantization["encoding"];
  /** Copied into the file. */
  readonly metadata?: ReadonlyMap<string, string>;
}

/**
 * Quantizes a model.
 *
 * @param model Float weights; batch norm folded.
 * @param ranges By layer name, for each layer with a ReLU and each global
 *   average pool (their max), and for `input` if its encoding is `codes` (min
 *   and max).
 * @throws {TypeError} if a tensor or a range is missing, or the engine has no
 *   kernel for a layer.
 * @throws {RangeError} if a tensor does not fit its layer or is not finite.
 *
 * @example
 * ```ts
 * import { quantizedModel } from "./quantize.ts";
 * import { runReference } from "../../src/engine/reference.ts";
 * import assert from "node:assert/strict";
 *
 * const model = quantizedModel({
 *   description: {
 *     name: "double",
 *     inputShape: [1],
 *     layers: [{
 *       type: "dense",
 *       name: "out",
 *       units: 1,
 *       activation: "linear",
 *       batchNorm: false,
 *     }],
 *   },
 *   tensors: new Map([
 *     ["out.weight", Float32Array.of(2)],
 *     ["out.bias", Float32Array.of(0)],
 *   ]),
 * }, new Map([["input", { min: 0, max: 127 }]]));
 * const output = runReference(model, Uint8Array.of(3));
 * assert.ok(Math.abs(output[0]! - 6) < 1e-5);
 * ```
 */
export function quantizedModel(
  model: FloatModel,
  ranges: ReadonlyMap<string, ActivationRange>,
  options: QuantizeOptions = {},
): QuantizedModel {
  const { description } = model;
  const {
    weightScaleRule = "mse",
    inputEncoding = description.inputShape.length === 1 ? "codes" : "pixels",
    metadata = new Map<string, string>(),
  } = options;
  const input = inputEncoding === "pixels"
    ? { encoding: "pixels", scale: 1 / CODE_MAX, zeroPoint: 0 } as const
    : codedInput(rangeOf(ranges, "input"));

  const outputScales = new Map<string, number>();
  const weights = new Map<string, QuantizedWeights>();
  let { scale, zeroPoint } = input;
  let sigmoid = false;
  for (const { layer, inputShape, outputShape } of shapedLayers(description)) {
    if (layer.type === "global_average_pool") {
      scale = activationScale(rangeOf(ranges, layer.name));
      outputScales.set(layer.name, scale);
    } else if (layer.type === "dense" || layer.type === "conv2d") {
      const shaped = { layer, inputShape, outputShape };
      const quantized = quantizeLayer(model, shaped, weightScaleRule, {
        scale,
        zeroPoint,
      });
      weights.set(layer.name, quantized);
      sigmoid ||= layer.activation === "sigmoid";
      zeroPoint = 0;
      if (layer.activation !== "relu") continue;
      scale = Math.max(
        activationScale(rangeOf(ranges, layer.name)),
        leastExactScale(shaped, quantized, scale),
      );
      outputScales.set(layer.name, scale);
    }
  }
  const result: QuantizedModel = {
    description,
    input,
    outputScales,
    weights,
    metadata,
    ...(sigmoid && { sigmoidTable: sigmoidTable() }),
  };
  quantizedLayers(result); // throws if the engine could not run it
  return result;
}

/**
 * The same model with a test vector: `input` and the output of the TypeScript
 * reference.
 *
 * @param input Pixel bytes or codes, depending on the model's input encoding.
 */
export function withSelfTest(
  model: QuantizedModel,
  input: Uint8Array,
): QuantizedModel {
  return { ...model, selfTest: { input, output: runReference(model, input) } };
}
