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

/** Whether a layer has weights. */
export function isWeighted(layer: Layer): layer is WeightedLayer {
  return layer.type === "dense" || layer.type === "conv2d";
}
