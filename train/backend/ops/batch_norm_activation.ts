/**
 * Batch normalization (Ioffe and Szegedy 2015, arXiv 1502.03167) with its
 * activation in one op. Not for inference: it always uses the batch's
 * statistics and keeps no moving ones.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { Activation } from "../../../src/network/description.ts";
import { BATCH_NORM_EPSILON } from "../../../src/network/numbers.ts";
import { addressOf, type Device, makeTensor, withScratch } from "../wasm.ts";
import {
  activate,
  activationCode,
  hasKernel,
  requireChannels,
  rowsAndChannels,
} from "./activation.ts";

const FORWARD = "InklingBatchNorm";
const BACKWARD = "InklingBatchNormGrad";

/** Output of batch norm; the statistics carry no gradient. */
export interface BatchNormResult<T extends tf.Tensor> {
  /** Normalized and activated, of the input's shape. */
  readonly y: T;
  /** Mean of each channel, `[channels]`. */
  readonly mean: tf.Tensor1D;
  /** Biased variance of each channel, `[channels]`. */
  readonly variance: tf.Tensor1D;
}

/**
 * Normalizes each channel by its mean and variance over all other axes, then
 * computes `activation(normalized * gamma + beta)`.
 *
 * Differentiable once, in x, gamma and beta, through y.
 *
 * @param x Channels last, `[..., channels]`.
 * @param gamma Factor per channel, `[channels]`; `beta` is the addend.
 * @param activation Any but the sigmoid.
 * @param epsilon Added to the variance.
 * @throws {TypeError} if gamma or beta has the wrong length.
 * @throws {RangeError} if the activation is the sigmoid.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { batchNormActivation } from "./batch_norm_activation.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const x = tf.tensor2d([1, 3], [2, 1]);
 * const { y, mean } = batchNormActivation(x, tf.ones([1]), tf.zeros([1]), "relu", 0);
 * assert.deepEqual([...y.dataSync()], [0, 1]);
 * assert.deepEqual([...mean.dataSync()], [2]);
 * ```
 */
export function batchNormActivation<T extends tf.Tensor>(
  x: T,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  activation: Activation,
  epsilon: number = BATCH_NORM_EPSILON,
): BatchNormResult<T> {
  const [, channels] = rowsAndChannels(x.shape);
  requireChannels("gamma", gamma, channels);
  requireChannels("beta", beta, channels);
  if (activation === "sigmoid") {
    throw new RangeError(
      "batch norm is followed by linear, relu or leaky_relu, found sigmoid",
    );
  }
  if (!hasKernel(FORWARD)) return compose(x, gamma, beta, activation, epsilon);
  const [y, mean, variance] = tf.engine().runKernel(
    FORWARD,
    { x, gamma, beta },
    { slope: activationCode(activation), epsilon },
  ) as [T, tf.Tensor1D, tf.Tensor1D];
  return { y, mean, variance };
}

function compose<T extends tf.Tensor>(
  x: T,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  activation: Activation,
  epsilon: number,
): BatchNormResult<T> {
  return tf.tidy(() => {
    const axes = x.shape.map((_, axis) => axis).slice(0, -1);
    const { mean, variance } = tf.moments(x, axes);
    const factor = tf.mul(tf.rsqrt(tf.add(variance, epsilon)), gamma);
    const z = tf.add(tf.mul(tf.sub(x, mean), factor), beta);
    const y = activate(z, activation) as T;
    return { y, mean: mean as tf.Tensor1D, variance: variance as tf.Tensor1D };
  });
}

/** Registers the kernels on the WASM backend, and the gradient. */
export function registerBatchNormActivation(device: Device): void {
  tf.registerKernel({
    kernelName: FORWARD,
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => forward(device, inputs, attrs ?? {}),
  });
  tf.registerKernel({
    kernelName: BACKWARD,
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => backward(device, inputs, attrs ?? {}),
  });
  tf.registerGradient({
    kernelName: FORWARD,
    inputsToSave: ["x", "gamma", "beta"],
    outputsToSave: [false, true, true],
    gradFunc: (dys, saved, attributes) => {
      const [dy] = dys as tf.Tensor[];
      const [x, gamma, beta, mean, variance] = saved;
      const [dx, dgamma, dbeta] = tf.engine().runKernel(
        BACKWARD,
        { x, dy, gamma, beta, mean, variance } as tf.NamedTensorMap,
        attributes,
      ) as [tf.Tensor, tf.Tensor, tf.Tensor];
      return { x: () => dx, gamma: () => dgamma, beta: () => dbeta };
    },
  });
}

function forward(
  device: Device,
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap,
): tf.TensorInfo[] {
  const { x, gamma, beta } = inputs as Record<string, tf.TensorInfo>;
  const { slope, epsilon } = attributes as Record<string, number>;
  const [rows, channels] = rowsAndChannels(x!.shape);
  const y = makeTensor(device, x!.shape);
  const mean = makeTensor(device, [channels]);
  const variance = makeTensor(device, [channels]);
  const at = (tensor: tf.TensorInfo) => addressOf(device, tensor);
  withScratch(device, 16 * channels, (scratch) => {
    device.kernels.columnMoments(
      ...[at(x!), rows, channels, scratch, at(mean), at(variance)],
    );
    device.kernels.batchNorm(
      ...[at(x!), rows, channels, at(mean), at(variance), at(gamma!)],
      ...[at(beta!), epsilon!, slope!, scratch, at(y)],
    );
  });
  return [y, mean, variance];
}

function backward(
  device: Device,
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap,
): tf.TensorInfo[] {
  const { x, dy, gamma, beta, mean, variance } = inputs as Record<
    string,
    tf.TensorInfo
  >;
  const { slope, epsilon } = attributes as Record<string, number>;
  const [rows, channels] = rowsAndChannels(x!.shape);
  const dx = makeTensor(device, x!.shape);
  const dgamma = makeTensor(device, [channels]);
  const dbeta = makeTensor(device, [channels]);
  const at = (tensor: tf.TensorInfo) => addressOf(device, tensor);
  withScratch(device, 32 * channels, (scratch) => {
    device.kernels.batchNormGradient(
      ...[at(x!), at(dy!), rows, channels, at(mean!), at(variance!)],
      ...[at(gamma!), at(beta!), epsilon!, slope!, scratch],
      ...[at(dx), at(dgamma), at(dbeta)],
    );
  });
  return [dx, dgamma, dbeta];
}
