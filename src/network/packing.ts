/**
 * The order of int8 weights in a model file, which is the order in which the
 * engine's kernels read them: packed once, at export, never at load.
 *
 * A convolution's window is `kernelRows` runs of `rowLength = kernelSize *
 * inputChannels` neighbouring bytes of the input; a dense layer's is one run of
 * all its inputs. A run is cut into words of 4 bytes, the last padded with zero
 * weights, and outputs are taken in groups of 4, the last padded with zero
 * outputs. The packed shape is `[groups, kernelRows, words, 4 outputs, 4
 * inputs]`: one step of a kernel multiplies 16 neighbouring weights by one word
 * of the input.
 *
 * A layer with one output has groups of 1 and words of 16, so that a step still
 * multiplies 16 useful weights.
 *
 * @module
 */

import type { WeightedLayer } from "./description.ts";
import { type ShapedLayer, shapeSize } from "./shapes.ts";

/** Outputs computed together: the int32 lanes of a SIMD register. */
export const GROUP = 4;

/** Weights that one step multiplies: the bytes of a SIMD register. */
const STEP = 16;

/** The parts of a weighted layer's shape on which packing depends. */
export interface WeightGeometry {
  /** Rows of the kernel; 1 for a dense layer. */
  readonly kernelRows: number;
  /** Neighbouring input values under one row of the kernel. */
  readonly rowLength: number;
  /** Output channels or units. */
  readonly outputs: number;
}

/** The geometry of a weighted layer's weights. */
export function weightGeometry(
  { layer, inputShape }: ShapedLayer<WeightedLayer>,
): WeightGeometry {
  if (layer.type === "dense") {
    const rowLength = shapeSize(inputShape);
    return { kernelRows: 1, rowLength, outputs: layer.units };
  }
  return {
    kernelRows: layer.kernelSize,
    rowLength: layer.kernelSize * (inputShape[2] ?? 1),
    outputs: layer.filters,
  };
}

/**
 * Shape of packed weights: `[groups, kernelRows, words, 4, 4]`, or `[1,
 * kernelRows, words, 1, 16]` for one output.
 */
export function packedShape(
  { kernelRows, rowLength, outputs }: WeightGeometry,
): [number, number, number, number, number] {
  const group = outputs === 1 ? 1 : GROUP;
  const word = STEP / group;
  return [
    Math.ceil(outputs / group),
    kernelRows,
    Math.ceil(rowLength / word),
    group,
    word,
  ];
}

/**
 * Packs weights.
 *
 * @param weights `[kernelRows, rowLength, outputs]`, row-major: TensorFlow's
 *   order for both convolutions and dense layers.
 * @throws {RangeError} if their number does not fit the geometry.
 *
 * @example
 * ```ts
 * import { packWeights, unpackWeights } from "./packing.ts";
 * import assert from "node:assert/strict";
 *
 * const geometry = { kernelRows: 1, rowLength: 2, outputs: 1 };
 * const packed = packWeights(Int8Array.of(5, 6), geometry);
 * assert.deepEqual([...packed], [5, 6, ...new Array(14).fill(0)]);
 * assert.deepEqual(unpackWeights(packed, geometry), Int8Array.of(5, 6));
 * ```
 */
export function packWeights(
  weights: Int8Array,
  geometry: WeightGeometry,
): Int8Array {
  requireLength(weights, unpackedSize(geometry));
  const packed = new Int8Array(shapeSize(packedShape(geometry)));
  eachWeight(geometry, (from, to) => packed[to] = weights[from]!);
  return packed;
}

/** The inverse of {@linkcode packWeights}. @throws {RangeError} as it does. */
export function unpackWeights(
  packed: Int8Array,
  geometry: WeightGeometry,
): Int8Array {
  requireLength(packed, shapeSize(packedShape(geometry)));
  const weights = new Int8Array(unpackedSize(geometry));
  eachWeight(geometry, (from, to) => weights[from] = packed[to]!);
  return weights;
}

function unpackedSize(geometry: WeightGeometry): number {
  return geometry.kernelRows * geometry.rowLength * geometry.outputs;
}

function eachWeight(
  geometry: WeightGeometry,
  visit: (unpacked: number, packed: number) => void,
): void {
  const { kernelRows, rowLength, outputs } = geometry;
  const [, , words, group, word] = packedShape(geometry);
  for (let row = 0; row < kernelRows; row++) {
    for (let i = 0; i < rowLength; i++) {
      for (let output = 0; output < outputs; output++) {
        const step = (Math.floor(output / group) * kernelRows + row) * words +
          Math.floor(i / word);
        visit(
          (row * rowLength + i) * outputs + output,
          (step * group + output % group) * word + i % word,
        );
      }
    }
  }
}

function requireLength(weights: Int8Array, wanted: number): void {
  if (weights.length !== wanted) {
    throw new RangeError(`expected ${wanted} weights, found ${weights.length}`);
  }
}
