import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import {
  batchNormActivation,
  biasActivation,
  globalAveragePool,
  initBackend,
  maxPool2,
  pixelShuffle,
  softmaxCrossEntropy,
} from "../../../../train/backend/mod.ts";
import { randomInput } from "../compare.ts";

/**
 * An op of several tensors, with the shapes of those it is differentiated by.
 */
type Case = [string, number[][], (...inputs: tf.Tensor[]) => tf.Tensor];

const CASES: Case[] = [
  [
    "conv2d, Winograd",
    [[2, 7, 7, 8], [3, 3, 8, 8]],
    (x, filter) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "same"),
  ],
  [
    "conv2d, stride 2",
    [[2, 7, 7, 3], [4, 4, 3, 5]],
    (x, filter) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 2, "same"),
  ],
  [
    "conv2d, ragged",
    [[3, 5, 7, 1], [3, 3, 1, 17]],
    (x, filter) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "valid"),
  ],
  [
    "matMul, both transposed",
    [[7, 5], [3, 7]],
    (a, b) => tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D, true, true),
  ],
  [
    // Values so far apart that no step changes which is a window's maximum.
    "maxPool2",
    [[1, 4, 4, 2]],
    (x) => {
      const ranks = Float32Array.from({ length: 32 }, (_, i) => i * 13 % 32);
      return maxPool2(tf.add(x, tf.tensor(ranks, x.shape).mul(3)));
    },
  ],
  [
    "batchNormActivation",
    [[6, 3, 3, 5], [5], [5]],
    (x, gamma, beta) =>
      batchNormActivation(
        x,
        gamma as tf.Tensor1D,
        beta as tf.Tensor1D,
        "linear",
      )
        .y,
  ],
  [
    "biasActivation",
    [[6, 7], [7]],
    (x, bias) => biasActivation(x, bias as tf.Tensor1D, "sigmoid"),
  ],
  ["pixelShuffle", [[2, 3, 3, 8]], (x) => pixelShuffle(x as tf.Tensor4D, 2)],
  [
    "globalAveragePool",
    [[2, 3, 5, 6]],
    (x) => globalAveragePool(x as tf.Tensor4D),
  ],
  [
    "softmaxCrossEntropy",
    [[5, 10]],
    (x) => softmaxCrossEntropy(x as tf.Tensor2D, tf.eye(5, 10)),
  ],
];

for (const [name, shapes, op] of CASES) {
  Deno.test(`the gradient of ${name} is the slope of finite differences`, async () => {
    await initBackend("wasm");
    tf.tidy(() => {
      const tensorsOf = (seed: number) =>
        shapes.map((shape, i) =>
          tf.tensor(randomInput(seed + i, shape).values, shape)
        );
      const inputs = tensorsOf(1);
      const directions = tensorsOf(10);
      const weigh = (y: tf.Tensor) =>
        tf.sum(tf.mul(y, tf.cos(tf.range(0, y.size)).reshape(y.shape)));
      const loss = (...inputs: tf.Tensor[]) =>
        weigh(op(...inputs)) as tf.Scalar;
      const lossAt = (distance: number) =>
        loss(
          ...inputs.map((x, i) => tf.add(x, tf.mul(directions[i]!, distance))),
        ).dataSync()[0]!;
      const step = 1e-3;
      const slope = (lossAt(step) - lossAt(-step)) / (2 * step);
      const expected = tf.grads(loss)(inputs).reduce(
        (sum, gradient, i) =>
          sum + tf.sum(tf.mul(gradient, directions[i]!)).dataSync()[0]!,
        0,
      );
      // Any gradient would pass along a direction in which nothing changes.
      assert.ok(Math.abs(expected) > 0.1, `${name}: gradient ${expected}`);
      const error = Math.abs(slope - expected);
      assert.ok(
        error <= 0.01 * Math.abs(expected) + 0.02,
        `${name}: slope ${slope}, gradient ${expected}`,
      );
    });
  });
}
