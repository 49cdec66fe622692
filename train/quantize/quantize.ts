/**
 * Converts a float model and the ranges of its activations to the int8 model
 * that the engine runs.
 *
 * This file measures no ranges (calibration does, on training images) and folds
 * no batch norm (export does): it is a pure function of its arguments.
 *
 * @module
 */

import {
  CODE_MAX,
  PRODUCT_MAX,
  REQUANTIZE_LIMIT,
  roundHalfEven,
  sigmoidTable,
} from "../../src/network/arithmetic.ts";
import {
  type ShapedLayer,
  shapedLayers,
  shapeSize,
  type WeightedLayer,
} from "../../src/network/description.ts";
import { packWeights, weightGeometry } from "../../src/network/packing.ts";
import type {
  InputQuantization,
  QuantizedModel,
  QuantizedWeights,
} from "../../src/network/quantized.ts";
import { quantizedLayers } from "../../src/network/quantized_layers.ts";
import { runReference } from "../../src/engine/reference.ts";
import type { FloatModel } from "../network/fold.ts";
import {
  quantizeWeights,
  type WeightScaleRule,
  weightScales,
} from "./weight_scales.ts";

/** The range of an activation, as real numbers. */
export interface ActivationRange {
  /** Its smallest value. */
  readonly min: number;
  /** Its largest value. */
  readonly max: number;
}

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

/** Smallest scale of an activation, for example of one that is always 0. */
const LEAST_SCALE = 1e-6;

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

function codedInput({ min, max }: ActivationRange): InputQuantization {
  const low = Math.min(min, 0);
  const high = Math.max(max, 0);
  const span = Math.max(high - low, LEAST_SCALE * CODE_MAX);
  const zeroPoint = Math.round((0 - low) / span * CODE_MAX);
  // Both ends must have a code, even after rounding moves the zero point.
  const scale = Math.fround(Math.max(
    zeroPoint > 0 ? -low / zeroPoint : 0,
    zeroPoint < CODE_MAX ? high / (CODE_MAX - zeroPoint) : 0,
    LEAST_SCALE,
  ));
  return { encoding: "codes", scale, zeroPoint };
}

function quantizeLayer(
  { tensors }: FloatModel,
  shaped: ShapedLayer<WeightedLayer>,
  rule: WeightScaleRule,
  input: { scale: number; zeroPoint: number },
): QuantizedWeights {
  const { name } = shaped.layer;
  const geometry = weightGeometry(shaped);
  const { kernelRows, rowLength, outputs } = geometry;
  const weight = tensorOf(tensors, `${name}.weight`, [
    kernelRows * rowLength,
    outputs,
  ]);
  const bias = tensorOf(tensors, `${name}.bias`, [outputs]);
  // A bias far larger than its weights dominates; keep it within 24 bits.
  const weightScale = weightScales(weight, outputs, rule).map((scale, output) =>
    Math.max(scale, Math.abs(bias[output]!) / (input.scale * 2 ** 24))
  );
  const codes = quantizeWeights(weight, weightScale);
  const sums = new Float64Array(outputs);
  codes.forEach((code, i) => sums[i % outputs]! += code);
  return {
    weight: packWeights(codes, geometry),
    weightScale,
    bias: Int32Array.from(
      bias,
      (value, output) =>
        roundHalfEven(value / (input.scale * weightScale[output]!)) -
        input.zeroPoint * sums[output]!,
    ),
  };
}

function activationScale({ max }: ActivationRange): number {
  return Math.fround(Math.max(max / CODE_MAX, LEAST_SCALE));
}

/**
 * The scale below which scaled accumulators would leave the exact integers of
 * float32.
 */
function leastExactScale(
  shaped: ShapedLayer<WeightedLayer>,
  { weightScale, bias }: QuantizedWeights,
  inputScale: number,
): number {
  const { kernelRows, rowLength } = weightGeometry(shaped);
  const products = kernelRows * rowLength * PRODUCT_MAX;
  const most = weightScale.reduce(
    (most, scale, output) =>
      Math.max(most, scale * (products + Math.abs(bias[output]!))),
    0,
  );
  return Math.fround(1.001 * inputScale * most / REQUANTIZE_LIMIT);
}

function rangeOf(
  ranges: ReadonlyMap<string, ActivationRange>,
  name: string,
): ActivationRange {
  const range = ranges.get(name);
  if (range === undefined) {
    throw new TypeError(`no range for "${name}"`);
  }
  if (!Number.isFinite(range.min) || !Number.isFinite(range.max)) {
    throw new RangeError(
      `range of "${name}" is ${range.min} to ${range.max}, expected numbers`,
    );
  }
  return range;
}

function tensorOf(
  tensors: ReadonlyMap<string, Float32Array>,
  name: string,
  shape: readonly number[],
): Float32Array {
  const tensor = tensors.get(name);
  if (tensor === undefined) throw new TypeError(`no tensor "${name}"`);
  if (tensor.length !== shapeSize(shape)) {
    throw new RangeError(
      `tensor "${name}" has ${tensor.length} numbers, expected ${
        shapeSize(shape)
      }`,
    );
  }
  if (!tensor.every(Number.isFinite)) {
    throw new RangeError(`tensor "${name}" has non-finite values`);
  }
  return tensor;
}
