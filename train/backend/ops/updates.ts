/**
 * Updates of variables: an optimizer's step and a moving average. On the WASM
 * backend they write the variables' memory in place, in one pass and without
 * allocating; elsewhere they assign new values. Not differentiable.
 *
 * A variable that shares its memory with other tensors (a clone, a reshape, the
 * tensor it was made from) first gets its own, so none of them changes.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { addressOf, type Device } from "../wasm.ts";
import { hasKernel } from "./activation.ts";
import { ownMemory } from "./copy.ts";

const ADAM = "InklingAdam";
const AVERAGE = "InklingMovingAverage";

/** The hyperparameters of one step of Adam. */
export interface AdamOptions {
  /** Size of a step. */
  readonly learningRate: number;
  /** Decay of the gradients' moving average. */
  readonly beta1: number;
  /** Decay of the squared gradients' moving average. */
  readonly beta2: number;
  /** Added to the root of the latter. */
  readonly epsilon: number;
  /** Number of this step, from 1. */
  readonly step: number;
  /** Decoupled weight decay, times the learning rate; default 0. */
  readonly weightDecay?: number;
}

/**
 * One step of Adam (Kingma and Ba 2015, arXiv 1412.6980), bias-corrected, with
 * decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101).
 *
 * @param parameter The trained variable; updated.
 * @param gradient Of the parameter's shape.
 * @param first Moving average of the gradients; updated. Zeros before step 1.
 * @param second Moving average of their squares, likewise.
 * @throws {TypeError} if the shapes differ.
 * @throws {RangeError} if `step` is not a positive integer.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { adamUpdate } from "./updates.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const [parameter, first, second] = [1, 0, 0].map((v) => tf.variable(tf.tensor1d([v])));
 * adamUpdate(parameter!, tf.tensor1d([2]), first!, second!, {
 *   ...{ learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, step: 1 },
 * });
 * assert.ok(Math.abs(parameter!.dataSync()[0]! - 0.9) < 1e-6);
 * ```
 */
export function adamUpdate(
  parameter: tf.Variable,
  gradient: tf.Tensor,
  first: tf.Variable,
  second: tf.Variable,
  options: AdamOptions,
): void {
  const { learningRate, beta1, beta2, epsilon, step } = options;
  requireShape("the gradient", gradient, parameter);
  requireShape("the first moment", first, parameter);
  requireShape("the second moment", second, parameter);
  if (!Number.isInteger(step) || step < 1) {
    throw new RangeError(`steps are counted from 1, found ${step}`);
  }
  const correction1 = 1 - beta1 ** step;
  const correction2 = Math.sqrt(1 - beta2 ** step);
  const attributes = {
    beta1,
    beta2,
    rate: learningRate * correction2 / correction1,
    epsilon: epsilon * correction2,
    keep: 1 - learningRate * (options.weightDecay ?? 0),
  };
  if (hasKernel(ADAM)) {
    for (const variable of [parameter, first, second]) ownMemory(variable);
    const inputs = { parameter, gradient, first, second };
    tf.engine().runKernel(ADAM, inputs, attributes);
    return;
  }
  tf.tidy(() => {
    const { rate, epsilon, keep } = attributes;
    const square = tf.square(gradient);
    first.assign(tf.add(tf.mul(first, beta1), tf.mul(gradient, 1 - beta1)));
    second.assign(tf.add(tf.mul(second, beta2), tf.mul(square, 1 - beta2)));
    const scale = tf.add(tf.sqrt(second), epsilon);
    const change = tf.div(tf.mul(first, rate), scale);
    parameter.assign(tf.sub(tf.mul(parameter, keep), change));
  });
}

/**
 * Moves an average: `average * decay + value * (1 - decay)`.
 *
 * @param average Updated.
 * @param value Of the same shape.
 * @param decay From 0 (the value itself) to 1 (no change).
 * @throws {TypeError} if the shapes differ.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { emaUpdate } from "./updates.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const average = tf.variable(tf.tensor1d([4]));
 * emaUpdate(average, tf.tensor1d([8]), 0.75);
 * assert.deepEqual([...average.dataSync()], [5]);
 * ```
 */
export function emaUpdate(
  average: tf.Variable,
  value: tf.Tensor,
  decay: number,
): void {
  requireShape("the value", value, average);
  if (hasKernel(AVERAGE)) {
    ownMemory(average);
    tf.engine().runKernel(AVERAGE, { average, value }, { decay });
    return;
  }
  tf.tidy(() =>
    average.assign(tf.add(tf.mul(average, decay), tf.mul(value, 1 - decay)))
  );
}

function requireShape(
  name: string,
  tensor: tf.Tensor,
  parameter: tf.Tensor,
): void {
  if (tensor.shape.join() !== parameter.shape.join()) {
    throw new TypeError(
      `${name} has the variable's shape [${parameter.shape.join(", ")}], ` +
        `found [${tensor.shape.join(", ")}]`,
    );
  }
}

/** Registers the kernels on the WASM backend. They return no tensor. */
export function registerUpdates(device: Device): void {
  tf.registerKernel({
    kernelName: ADAM,
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const at = (name: string) => addressOf(device, inputs[name]!);
      const { rate, beta1, beta2, epsilon, keep } = attrs as {
        rate: number;
        beta1: number;
        beta2: number;
        epsilon: number;
        keep: number;
      };
      device.kernels.adam(
        ...[at("parameter"), at("gradient"), at("first"), at("second")],
        tf.util.sizeFromShape(inputs["parameter"]!.shape),
        ...[rate, beta1, beta2, epsilon, keep],
      );
      return [];
    },
  });
  tf.registerKernel({
    kernelName: AVERAGE,
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { decay } = attrs as { decay: number };
      device.kernels.movingAverage(
        addressOf(device, inputs["average"]!),
        addressOf(device, inputs["value"]!),
        tf.util.sizeFromShape(inputs["average"]!.shape),
        decay,
      );
      return [];
    },
  });
}
