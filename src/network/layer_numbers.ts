/**
 * Checks the numbers of one quantized layer: all are present and within the
 * range in which the engine's arithmetic is exact.
 *
 * @module
 */

import { PRODUCT_MAX, REQUANTIZE_LIMIT } from "./arithmetic.ts";
import type { Layer, WeightedLayer } from "./description.ts";
import { type ShapedLayer, shapeSize } from "./shapes.ts";
import { packedShape, weightGeometry } from "./packing.ts";
import type { QuantizedModel, QuantizedWeights } from "./quantized_model.ts";

/**
 * Returns the numbers of a weighted layer.
 *
 * @throws {TypeError} if there are none.
 * @throws {RangeError} if a list has the wrong length, or a scale is not a
 *   positive number.
 */
export function requireWeights(
  model: QuantizedModel,
  shaped: ShapedLayer<WeightedLayer>,
): QuantizedWeights {
  const { name } = shaped.layer;
  const weights = model.weights.get(name);
  if (weights === undefined) {
    throw new TypeError(`layer "${name}" has no weights`);
  }
  const geometry = weightGeometry(shaped);
  const wanted = {
    weight: shapeSize(packedShape(geometry)),
    weightScale: geometry.outputs,
    bias: geometry.outputs,
  };
  for (const part of ["weight", "weightScale", "bias"] as const) {
    if (weights[part].length !== wanted[part]) {
      throw new RangeError(
        `layer "${name}" has ${part} of length ${weights[part].length}, ` +
          `expected ${wanted[part]}`,
      );
    }
  }
  const wrong = weights.weightScale.find((scale) => !isScale(scale));
  if (wrong !== undefined) {
    requireScale(wrong, `weight scale of layer "${name}"`);
  }
  return weights;
}

/**
 * Refuses a weighted layer whose sums could become inexact.
 *
 * @param multipliers One per output.
 * @throws {RangeError} if one could.
 */
export function requireExactAll(
  model: QuantizedModel,
  shaped: ShapedLayer<WeightedLayer>,
  multipliers: Float32Array,
): void {
  const { kernelRows, rowLength } = weightGeometry(shaped);
  const products = kernelRows * rowLength * PRODUCT_MAX;
  const bias = model.weights.get(shaped.layer.name)!.bias;
  let largest = 0;
  let scaled = 0;
  for (let output = 0; output < bias.length; output++) {
    const most = products + Math.abs(bias[output]!);
    if (most > largest) largest = most;
    const value = most * multipliers[output]!;
    if (value > scaled) scaled = value;
  }
  requireExact(shaped.layer, largest, scaled / largest);
}

/**
 * Refuses sums that could become inexact: an accumulator must stay within
 * int32, and a scaled one within the exact integers of float32.
 *
 * @param most Largest magnitude of the accumulator.
 * @throws {RangeError} if it could exceed either.
 */
export function requireExact(
  layer: Layer,
  most: number,
  multiplier: number,
): void {
  if (most >= 2 ** 31) {
    throw new RangeError(
      `layer "${layer.name}" can reach ${most}, which overflows int32`,
    );
  }
  if (!(most * multiplier < REQUANTIZE_LIMIT)) {
    throw new RangeError(
      `layer "${layer.name}" can reach ${most} * ${multiplier}, ` +
        `expected less than ${REQUANTIZE_LIMIT}`,
    );
  }
}

/**
 * Refuses a scale that is not a positive number.
 *
 * @throws {RangeError} if it is not.
 */
export function requireScale(scale: number, what: string): void {
  if (!isScale(scale)) {
    throw new RangeError(`${what} is ${scale}, expected a positive number`);
  }
}

function isScale(scale: number): boolean {
  return scale > 0 && scale < Infinity;
}
