/**
 * Shapes of the values between a network's layers. They follow from the network
 * description alone and are never stored.
 *
 * @module
 */

import type { Conv2dLayer, Layer, NetworkDescription } from "./description.ts";

/** A layer with the shapes of one example before and after it. */
export interface ShapedLayer<L extends Layer = Layer> {
  /** The layer. */
  readonly layer: L;
  /** Input shape. */
  readonly inputShape: readonly number[];
  /** Output shape. */
  readonly outputShape: readonly number[];
}

/**
 * Computes the shape of one example before and after every layer.
 *
 * @returns One entry per layer, in order.
 * @throws {RangeError} if a layer does not accept the shape of its input.
 *
 * @example
 * ```ts
 * import { shapedLayers } from "./shapes.ts";
 * import assert from "node:assert/strict";
 *
 * const shaped = shapedLayers({
 *   name: "tiny",
 *   inputShape: [28, 28, 1],
 *   layers: [{ type: "max_pool", name: "pool", size: 2 }],
 * });
 * assert.deepEqual(shaped[0]?.outputShape, [14, 14, 1]);
 * ```
 */
export function shapedLayers(network: NetworkDescription): ShapedLayer[] {
  let inputShape = network.inputShape;
  return network.layers.map((layer) => {
    const outputShape = layerOutputShape(layer, inputShape);
    const shaped = { layer, inputShape, outputShape };
    inputShape = outputShape;
    return shaped;
  });
}

/**
 * Shape of one example at the end of a network.
 *
 * @throws {RangeError} as {@linkcode shapedLayers} does.
 */
export function networkOutputShape(
  network: NetworkDescription,
): readonly number[] {
  return shapedLayers(network).at(-1)?.outputShape ?? network.inputShape;
}

/**
 * Side of a convolution's output, in pixels.
 *
 * @param inputSide Side of the input, in pixels.
 */
export function convOutputSide(
  layer: Pick<Conv2dLayer, "kernelSize" | "stride" | "padding">,
  inputSide: number,
): number {
  return layer.padding === "same"
    ? Math.ceil(inputSide / layer.stride)
    : Math.floor((inputSide - layer.kernelSize) / layer.stride) + 1;
}

/**
 * Pixels of padding before the first row (or column) of a convolution's input;
 * TensorFlow's `same` puts the smaller half first.
 *
 * @param inputSide Side of the input, in pixels.
 */
export function convPaddingBefore(
  layer: Pick<Conv2dLayer, "kernelSize" | "stride" | "padding">,
  inputSide: number,
): number {
  if (layer.padding === "valid") return 0;
  const outputSide = convOutputSide(layer, inputSide);
  const total = (outputSide - 1) * layer.stride + layer.kernelSize - inputSide;
  return Math.max(0, Math.floor(total / 2));
}

/** The number of elements in a tensor of this shape. */
export function shapeSize(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

function layerOutputShape(
  layer: Layer,
  inputShape: readonly number[],
): readonly number[] {
  switch (layer.type) {
    case "dense":
      requireRank(layer, inputShape, 1);
      return [layer.units];
    case "conv2d": {
      const [height, width] = requireImage(layer, inputShape);
      const output = [
        convOutputSide(layer, height),
        convOutputSide(layer, width),
        layer.filters,
      ];
      if (output.some((side) => side < 1)) {
        throw misfit(layer, inputShape, `larger than its kernel`);
      }
      return output;
    }
    case "max_pool": {
      const [height, width, channels] = requireImage(layer, inputShape);
      if (height < layer.size || width < layer.size) {
        throw misfit(layer, inputShape, `at least ${layer.size} a side`);
      }
      return [
        Math.floor(height / layer.size),
        Math.floor(width / layer.size),
        channels,
      ];
    }
    case "global_average_pool":
      return [requireImage(layer, inputShape)[2]];
    case "pixel_shuffle": {
      const [height, width, channels] = requireImage(layer, inputShape);
      const block = layer.factor * layer.factor;
      if (channels % block !== 0) {
        throw misfit(layer, inputShape, `of a multiple of ${block} channels`);
      }
      return [height * layer.factor, width * layer.factor, channels / block];
    }
    case "reshape":
      if (shapeSize(layer.shape) !== shapeSize(inputShape)) {
        throw misfit(
          layer,
          inputShape,
          `of ${shapeSize(layer.shape)} values in all`,
        );
      }
      return layer.shape;
  }
}

function requireImage(
  layer: Layer,
  inputShape: readonly number[],
): [number, number, number] {
  requireRank(layer, inputShape, 3);
  return inputShape as [number, number, number];
}

function requireRank(
  layer: Layer,
  inputShape: readonly number[],
  rank: number,
): void {
  if (inputShape.length !== rank) {
    throw misfit(layer, inputShape, `of rank ${rank}`);
  }
}

function misfit(
  layer: Layer,
  inputShape: readonly number[],
  wanted: string,
): RangeError {
  return new RangeError(
    `layer "${layer.name}" (${layer.type}) expects an input ${wanted}, ` +
      `found [${inputShape.join(", ")}]`,
  );
}
