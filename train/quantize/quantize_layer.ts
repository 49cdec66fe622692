/**
 * Quantizes the weights of one layer.
 *
 * @module
 */

import {
  PRODUCT_MAX,
  REQUANTIZE_LIMIT,
  roundHalfEven,
} from "../../src/network/arithmetic.ts";
import type { WeightedLayer } from "../../src/network/description.ts";
import { type ShapedLayer, shapeSize } from "../../src/network/shapes.ts";
import { packWeights, weightGeometry } from "../../src/network/packing.ts";
import type { QuantizedWeights } from "../../src/network/quantized.ts";
import type { FloatModel } from "../network/fold.ts";
import {
  quantizeWeights,
  type WeightScaleRule,
  weightScales,
} from "./weight_scales.ts";

/**
 * Quantizes a layer's weights and bias.
 *
 * @param input Scale and zero point of the layer's input.
 * @throws {TypeError} if a tensor is missing.
 * @throws {RangeError} if a tensor does not fit the layer or is not finite.
 */
export function quantizeLayer(
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

/**
 * The scale of a layer's output below which scaled accumulators would leave the
 * exact integers of float32.
 */
export function leastExactScale(
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
