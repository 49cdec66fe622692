/**
 * Activations as the fused kernels name them, and as plain TensorFlow.js ops
 * for backends without those kernels.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { Activation } from "../../../src/network/description.ts";
import { LEAKY_RELU_SLOPE } from "../../../src/network/numbers.ts";

/**
 * The kernels' code for the sigmoid; every other code is the slope below zero.
 */
const SIGMOID_CODE = -1;

/** The kernels' code for an activation: its slope below zero. */
export function activationCode(activation: Activation): number {
  switch (activation) {
    case "linear":
      return 1;
    case "relu":
      return 0;
    case "leaky_relu":
      return LEAKY_RELU_SLOPE;
    case "sigmoid":
      return SIGMOID_CODE;
  }
}

/** Whether the current backend has a kernel of this name. */
export function hasKernel(name: string): boolean {
  return tf.getKernel(name, tf.getBackend()) !== undefined;
}

/**
 * Applies an activation with plain ops; twice differentiable on every backend.
 *
 * Leaky ReLU is expressed with ReLU, because TensorFlow.js's own cannot be
 * differentiated twice.
 */
export function activate(z: tf.Tensor, activation: Activation): tf.Tensor {
  switch (activation) {
    case "linear":
      return z;
    case "relu":
      return tf.relu(z);
    case "leaky_relu":
      return tf.add(
        tf.mul(z, LEAKY_RELU_SLOPE),
        tf.mul(tf.relu(z), 1 - LEAKY_RELU_SLOPE),
      );
    case "sigmoid":
      return tf.sigmoid(z);
  }
}

/**
 * Rows and channels of a tensor as a matrix whose columns are its last axis.
 */
export function rowsAndChannels(shape: readonly number[]): [number, number] {
  const channels = shape.at(-1) ?? 1;
  return [shape.slice(0, -1).reduce((product, n) => product * n, 1), channels];
}

/**
 * Refuses a per-channel tensor of the wrong shape.
 *
 * @throws {TypeError} if `tensor` is not of shape `[channels]`.
 */
export function requireChannels(
  name: string,
  tensor: tf.Tensor,
  channels: number,
): void {
  if (tensor.rank !== 1 || tensor.size !== channels) {
    throw new TypeError(
      `${name} has one number per channel, [${channels}], ` +
        `found [${tensor.shape.join(", ")}]`,
    );
  }
}
