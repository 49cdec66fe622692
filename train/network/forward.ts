/**
 * Builds a network's TensorFlow.js ops from its description.
 *
 * Batch norm uses the batch's statistics, as training needs; for inference,
 * fold it into the weights first (`fold.ts`). Nothing here trains.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type {
  Conv2dLayer,
  DenseLayer,
  Layer,
  NetworkDescription,
} from "../../src/network/description.ts";
import { BATCH_NORM_EPSILON } from "../../src/network/numbers.ts";
import {
  batchNormActivation,
  biasActivation,
  globalAveragePool,
  pixelShuffle,
} from "../backend/mod.ts";

/** Finds a layer's parameter by name. */
export type ParameterLookup = (name: string) => tf.Tensor;

/** A layer's batch statistics, each of shape `[channels]`. */
export type BatchStatistics = {
  /** Name of the layer. */
  readonly layer: string;
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
};

/** Options of {@linkcode forward}. */
export interface ForwardOptions {
  /** Called with the batch statistics of every batch-norm layer. */
  readonly onStatistics?: (statistics: BatchStatistics) => void;
  /** Called with every layer's output. */
  readonly onLayer?: (layer: Layer, output: tf.Tensor) => void;
}

/**
 * Runs a network on a batch.
 *
 * @param parameters Finds `<layer>.weight` and the rest by name.
 * @param input `[batch, ...network.inputShape]`.
 * @returns `[batch, ...the last layer's shape]`.
 */
export function forward(
  network: NetworkDescription,
  parameters: ParameterLookup,
  input: tf.Tensor,
  options: ForwardOptions = {},
): tf.Tensor {
  let value = input;
  for (const layer of network.layers) {
    value = layerOutput(layer, parameters, value, options);
    options.onLayer?.(layer, value);
  }
  return value;
}

function layerOutput(
  layer: Layer,
  parameters: ParameterLookup,
  input: tf.Tensor,
  options: ForwardOptions,
): tf.Tensor {
  switch (layer.type) {
    case "conv2d":
    case "dense":
      return weighted(layer, parameters, input, options);
    case "max_pool":
      return tf.maxPool(
        input as tf.Tensor4D,
        layer.size,
        layer.size,
        "valid",
      );
    case "global_average_pool":
      return globalAveragePool(input as tf.Tensor4D);
    case "pixel_shuffle":
      return pixelShuffle(input as tf.Tensor4D, layer.factor);
    case "reshape":
      return tf.reshape(input, [input.shape[0]!, ...layer.shape]);
  }
}

function weighted(
  layer: Conv2dLayer | DenseLayer,
  parameters: ParameterLookup,
  input: tf.Tensor,
  options: ForwardOptions,
): tf.Tensor {
  const weight = parameters(`${layer.name}.weight`);
  const product = layer.type === "dense"
    ? tf.matMul(input as tf.Tensor2D, weight as tf.Tensor2D)
    : tf.conv2d(
      input as tf.Tensor4D,
      weight as tf.Tensor4D,
      layer.stride,
      layer.padding,
    );
  if (!layer.batchNorm) {
    return biasActivation(
      product,
      parameters(`${layer.name}.bias`) as tf.Tensor1D,
      layer.activation,
    );
  }
  if (layer.activation === "sigmoid") {
    throw new TypeError(
      `layer "${layer.name}" has batch norm before a sigmoid; ` +
        `only linear, relu and leaky_relu follow batch norm`,
    );
  }
  const { y, mean, variance } = batchNormActivation(
    product,
    parameters(`${layer.name}.gamma`) as tf.Tensor1D,
    parameters(`${layer.name}.beta`) as tf.Tensor1D,
    layer.activation,
    BATCH_NORM_EPSILON,
  );
  options.onStatistics?.({ layer: layer.name, mean, variance });
  return y;
}
