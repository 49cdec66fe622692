/**
 * The network description: plain data that states what a network computes.
 *
 * It is written once and has three readers: the trainer builds TensorFlow.js
 * ops from it, the engine compiles it to a plan of int8 kernels, and the
 * exporter writes ONNX from it. It holds no weights and says nothing about how
 * a layer is computed.
 *
 * Tensors are named after their layer: `<layer>.weight` (convolutions
 * `[kernelHeight, kernelWidth, inputChannels, filters]`, dense layers `[inputs,
 * units]`) and `<layer>.bias`. Until batch norm is folded at export, a layer
 * with batch norm has `.gamma`, `.beta`, `.moving_mean` and `.moving_variance`
 * instead of the bias.
 *
 * @module
 */

/** Elementwise activation of a layer's output. */
export type Activation = "linear" | "relu" | "leaky_relu" | "sigmoid";

/** A fully connected layer: `[inputs]` to `[units]`. */
export interface DenseLayer {
  /** Discriminates the layer types. */
  readonly type: "dense";
  /** Unique in its network; its tensors are named after it. */
  readonly name: string;
  /** Length of the output vector. */
  readonly units: number;
  /** Applied to the product. */
  readonly activation: Activation;
  /** Whether batch norm comes between the product and the activation. */
  readonly batchNorm: boolean;
}

/** A 2-D convolution with a square kernel: `[h, w, c]` to `[h', w', filters]`. */
export interface Conv2dLayer {
  /** Discriminates the layer types. */
  readonly type: "conv2d";
  /** Unique in its network; its tensors are named after it. */
  readonly name: string;
  /** Channels of the output. */
  readonly filters: number;
  /** Side of the kernel in pixels. */
  readonly kernelSize: number;
  /** Step of the kernel in both directions, in pixels. */
  readonly stride: 1 | 2;
  /**
   * `same` pads as TensorFlow does: the odd pixel goes below and to the right.
   */
  readonly padding: "same" | "valid";
  /** Applied to the sums. */
  readonly activation: Activation;
  /** Whether batch norm comes between the convolution and the activation. */
  readonly batchNorm: boolean;
}

/** Largest value of each `size` x `size` window; windows do not overlap. */
export interface MaxPoolLayer {
  /** Discriminates the layer types. */
  readonly type: "max_pool";
  /** Unique in its network. */
  readonly name: string;
  /** Side of the window, and its step, in pixels. */
  readonly size: number;
}

/** Mean over height and width: `[h, w, c]` to `[c]`. */
export interface GlobalAveragePoolLayer {
  /** Discriminates the layer types. */
  readonly type: "global_average_pool";
  /** Unique in its network. */
  readonly name: string;
}

/**
 * Rearranges channels into space, `[h, w, c * f * f]` to `[h * f, w * f, c]`,
 * in the channel order of TensorFlow's `depth_to_space`
 * (Shi et al. 2016, arXiv 1609.05158).
 */
export interface PixelShuffleLayer {
  /** Discriminates the layer types. */
  readonly type: "pixel_shuffle";
  /** Unique in its network. */
  readonly name: string;
  /** Factor by which height and width grow. */
  readonly factor: number;
}

/** The same values, row-major, in another shape. */
export interface ReshapeLayer {
  /** Discriminates the layer types. */
  readonly type: "reshape";
  /** Unique in its network. */
  readonly name: string;
  /** Output shape; it has as many values as the input. */
  readonly shape: readonly number[];
}

/** One layer of a network. */
export type Layer =
  | DenseLayer
  | Conv2dLayer
  | MaxPoolLayer
  | GlobalAveragePoolLayer
  | PixelShuffleLayer
  | ReshapeLayer;

/** A layer that has weights. */
export type WeightedLayer = DenseLayer | Conv2dLayer;

/** A network: its input shape and its layers, each fed by the previous one. */
export interface NetworkDescription {
  /** The network's name. */
  readonly name: string;
  /** Shape of one example, without the batch dimension. */
  readonly inputShape: readonly number[];
  /** In order, from input to output. */
  readonly layers: readonly Layer[];
}

/** A layer with the shapes of one example before and after it. */
export interface ShapedLayer<L extends Layer = Layer> {
  /** The layer. */
  readonly layer: L;
  /** Input shape. */
  readonly inputShape: readonly number[];
  /** Output shape. */
  readonly outputShape: readonly number[];
}

/** Whether a layer has weights. */
export function isWeighted(layer: Layer): layer is WeightedLayer {
  return layer.type === "dense" || layer.type === "conv2d";
}

/**
 * Computes the shape of one example before and after every layer.
 *
 * @returns One entry per layer, in order.
 * @throws {RangeError} if a layer does not accept the shape of its input.
 *
 * @example
 * ```ts
 * import { shapedLayers } from "./description.ts";
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
