/**
 * Softmax cross-entropy against rows of probabilities: one-hot, smoothed or
 * mixed labels, or a teacher's answers.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { type Device, makeTensor, viewOf } from "../wasm.ts";
import { hasKernel } from "./activation.ts";

const KERNEL = "InklingSoftmaxCrossEntropy";

/**
 * Mean over the rows of `-sum(targets * log(softmax(logits)))`, a scalar.
 *
 * Differentiable once, in the logits.
 *
 * @param logits `[n, classes]`.
 * @param targets `[n, classes]`, each row summing to 1.
 * @throws {TypeError} if the shapes differ.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { softmaxCrossEntropy } from "./softmax_cross_entropy.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const loss = softmaxCrossEntropy(tf.tensor2d([[5, 5]]), tf.tensor2d([[1, 0]]));
 * assert.ok(Math.abs(loss.dataSync()[0]! - Math.LN2) < 1e-6);
 * ```
 */
export function softmaxCrossEntropy(
  logits: tf.Tensor2D,
  targets: tf.Tensor2D,
): tf.Scalar {
  if (logits.shape.join() !== targets.shape.join()) {
    throw new TypeError(
      `targets have the logits' shape [${logits.shape.join(", ")}], ` +
        `found [${targets.shape.join(", ")}]`,
    );
  }
  if (!hasKernel(KERNEL)) {
    return tf.tidy(() => {
      const [rows] = logits.shape;
      const product = tf.mul(targets, tf.logSoftmax(logits));
      return tf.mul(tf.sum(product), -1 / rows);
    });
  }
  const [loss] = tf.engine().runKernel(KERNEL, { logits, targets }) as [
    tf.Scalar,
  ];
  return loss;
}

/** Registers the kernel on the WASM backend, and the gradient. */
export function registerSoftmaxCrossEntropy(device: Device): void {
  tf.registerKernel({
    kernelName: KERNEL,
    backendName: "wasm",
    kernelFunc: ({ inputs }) => {
      const { logits, targets } = inputs as Record<string, tf.TensorInfo>;
      return lossAndGradient(device, logits!, targets!);
    },
  });
  tf.registerGradient({
    kernelName: KERNEL,
    outputsToSave: [false, true],
    gradFunc: (dys, saved) => {
      const [dy] = dys as tf.Tensor[];
      const [gradient] = saved as [tf.Tensor];
      return { logits: () => tf.mul(gradient, dy!) };
    },
  });
}

/** A few thousand elements at most: loops over views are fast enough. */
function lossAndGradient(
  device: Device,
  logits: tf.TensorInfo,
  targets: tf.TensorInfo,
): tf.TensorInfo[] {
  const [rows, classes] = logits.shape as [number, number];
  const loss = makeTensor(device, []);
  const gradient = makeTensor(device, logits.shape);
  const z = viewOf(device.backend, logits);
  const t = viewOf(device.backend, targets);
  const g = viewOf(device.backend, gradient);
  let total = 0;
  for (let start = 0; start < rows * classes; start += classes) {
    const end = start + classes;
    let top = -Infinity;
    for (let i = start; i < end; i++) top = Math.max(top, z[i]!);
    let sum = 0;
    for (let i = start; i < end; i++) sum += Math.exp(z[i]! - top);
    const logSum = top + Math.log(sum);
    let weight = 0;
    for (let i = start; i < end; i++) {
      total += t[i]! * (logSum - z[i]!);
      weight += t[i]!;
    }
    for (let i = start; i < end; i++) {
      g[i] = (weight * Math.exp(z[i]! - logSum) - t[i]!) / rows;
    }
  }
  viewOf(device.backend, loss)[0] = total / rows;
  return [loss, gradient];
}
