/**
 * Bias and activation in one op, twice differentiable: gradient penalties need
 * the gradient of the discriminator's input gradient.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { Activation } from "../../../src/network/description.ts";
import { addressOf, type Device, makeTensor, withScratch } from "../wasm.ts";
import {
  activate,
  activationCode,
  hasKernel,
  requireChannels,
  rowsAndChannels,
} from "./activation.ts";

const FORWARD = "InklingBiasActivation";
const BACKWARD = "InklingActivationGrad";
const COLUMN_SUMS = "InklingColumnSums";

/**
 * Computes `activation(x + bias)`.
 *
 * @param x Channels last, `[..., channels]`.
 * @param bias Addend per channel, `[channels]`.
 * @throws {TypeError} if bias has the wrong length.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { biasActivation } from "./bias_activation.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const y = biasActivation(tf.tensor2d([[1, -3]]), tf.tensor1d([1, 1]), "relu");
 * assert.deepEqual([...y.dataSync()], [2, 0]);
 * ```
 */
export function biasActivation<T extends tf.Tensor>(
  x: T,
  bias: tf.Tensor1D,
  activation: Activation,
): T {
  const [, channels] = rowsAndChannels(x.shape);
  requireChannels("bias", bias, channels);
  if (!hasKernel(FORWARD)) {
    return tf.tidy(() => activate(tf.add(x, bias), activation) as T);
  }
  return tf.engine().runKernel(
    FORWARD,
    { x, bias },
    { kind: activationCode(activation) },
  ) as T;
}

/** Registers the kernels on the WASM backend, and their gradients. */
export function registerBiasActivation(device: Device): void {
  const register = (kernelName: string, kernelFunc: tf.KernelFunc) =>
    tf.registerKernel({ kernelName, backendName: "wasm", kernelFunc });
  register(FORWARD, ({ inputs, attrs }) => forward(device, inputs, attrs));
  register(BACKWARD, ({ inputs, attrs }) => backward(device, inputs, attrs));
  register(COLUMN_SUMS, ({ inputs }) => columnSums(device, inputs));
  registerGradients();
}

function registerGradients(): void {
  tf.registerGradient({
    kernelName: FORWARD,
    outputsToSave: [true],
    gradFunc: (dy, saved, attributes) => {
      const [y] = saved as [tf.Tensor];
      const { kind } = attributes as { kind: number };
      const dx = activationGradient(dy as tf.Tensor, y, kind);
      return {
        x: () => dx,
        bias: () =>
          tf.engine().runKernel(
            COLUMN_SUMS,
            { x: dx },
            { shape: dx.shape },
          ) as tf.Tensor,
      };
    },
  });
  tf.registerGradient({
    kernelName: BACKWARD,
    inputsToSave: ["dy", "y"],
    gradFunc: (ddx, saved, attributes) => {
      const [dy, y] = saved as [tf.Tensor, tf.Tensor];
      const { kind } = attributes as { kind: number };
      const up = ddx as tf.Tensor;
      return {
        dy: () => activationGradient(up, y, kind),
        // Only reached for the sigmoid, whose slope is y * (1 - y).
        y: () => tf.mul(tf.mul(up, dy), tf.sub(1, tf.mul(2, y))),
      };
    },
  });
  tf.registerGradient({
    kernelName: COLUMN_SUMS,
    gradFunc: (dy, _saved, attributes) => {
      const { shape } = attributes as unknown as { shape: number[] };
      return { x: () => tf.broadcastTo(dy as tf.Tensor, shape) };
    },
  });
}

/** Input gradient of an activation from its output gradient and output. */
function activationGradient(
  dy: tf.Tensor,
  y: tf.Tensor,
  kind: number,
): tf.Tensor {
  if (kind === activationCode("linear")) return dy.clone();
  // Piecewise linear: y only selects the piece, and has no gradient. Unlinking
  // it from the tape saves a gradient penalty a backward pass of zeros.
  const piece = kind === activationCode("sigmoid") ? y : unlinked(y);
  return tf.engine().runKernel(BACKWARD, { dy, y: piece }, { kind });
}

/** The same elements as a tensor unknown to the gradient tape. */
function unlinked(tensor: tf.Tensor): tf.Tensor {
  const { dataId, shape, dtype } = tensor;
  const backend = tf.backend();
  backend.incRef(dataId);
  return tf.engine().makeTensorFromTensorInfo(
    { dataId, shape, dtype },
    backend,
  );
}

function forward(
  device: Device,
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap | undefined,
): tf.TensorInfo {
  const { x, bias } = inputs as Record<string, tf.TensorInfo>;
  const { kind } = attributes as { kind: number };
  const [rows, channels] = rowsAndChannels(x!.shape);
  const y = makeTensor(device, x!.shape);
  device.kernels.biasActivation(
    ...[addressOf(device, x!), addressOf(device, bias!), rows, channels],
    ...[kind, addressOf(device, y)],
  );
  return y;
}

function backward(
  device: Device,
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap | undefined,
): tf.TensorInfo {
  const { dy, y } = inputs as Record<string, tf.TensorInfo>;
  const { kind } = attributes as { kind: number };
  const dx = makeTensor(device, dy!.shape);
  device.kernels.activationGradient(
    ...[addressOf(device, dy!), addressOf(device, y!)],
    ...[tf.util.sizeFromShape(dy!.shape), kind, addressOf(device, dx)],
  );
  return dx;
}

function columnSums(
  device: Device,
  inputs: tf.NamedTensorInfoMap,
): tf.TensorInfo {
  const { x } = inputs as Record<string, tf.TensorInfo>;
  const [rows, channels] = rowsAndChannels(x!.shape);
  const sums = makeTensor(device, [channels]);
  withScratch(device, 8 * channels, (scratch) => {
    device.kernels.columnSums(
      ...[addressOf(device, x!), rows, channels, scratch],
      ...[addressOf(device, sums), 1],
    );
  });
  return sums;
}
