import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import {
  batchNormActivation,
  initBackend,
} from "../../../../train/backend/mod.ts";
import { assertSameAsCpu, randomInput } from "../compare.ts";

const SHAPES = [
  [5, 1],
  [7, 3],
  [17, 4],
  [3, 20],
  [2, 3, 5, 7],
  [4, 7, 7, 16],
  [3, 17, 1, 9],
];

for (const activation of ["linear", "relu", "leaky_relu"] as const) {
  Deno.test(`batchNormActivation() with ${activation} and its gradients equal the CPU backend's`, async () => {
    for (const shape of SHAPES) {
      const channels = [shape.at(-1)!];
      const inputs = [
        randomInput(1, shape),
        randomInput(2, channels),
        randomInput(3, channels),
      ];
      await assertSameAsCpu(`${shape}`, inputs, (x, gamma, beta) => {
        const norm = (x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) =>
          batchNormActivation(
            x,
            gamma as tf.Tensor1D,
            beta as tf.Tensor1D,
            activation,
          );
        const { y, mean, variance } = norm(x!, gamma!, beta!);
        const dy = tf.sin(tf.range(0, y.size)).reshape(y.shape);
        const gradients = tf.grads((...inputs: tf.Tensor[]) =>
          norm(...inputs as [tf.Tensor, tf.Tensor, tf.Tensor]).y
        )([x!, gamma!, beta!], dy);
        return [y, mean, variance, ...gradients];
      });
    }
  });
}

Deno.test("batchNormActivation() keeps the variance of values far from zero", async () => {
  await initBackend("wasm");
  tf.tidy(() => {
    const x = tf.tensor2d(
      Float32Array.from({ length: 4000 }, (_, i) => 10_000 + (i >> 2) % 2),
      [1000, 4],
    );
    const { variance } = batchNormActivation(
      x,
      tf.ones([4]),
      tf.zeros([4]),
      "linear",
    );
    assert.deepEqual([...variance.dataSync()], [0.25, 0.25, 0.25, 0.25]);
  });
});

Deno.test("batchNormActivation() refuses unsupported arguments", async () => {
  await initBackend("wasm");
  const x = tf.zeros([2, 3]);
  const [three, two] = [tf.ones<tf.Rank.R1>([3]), tf.ones<tf.Rank.R1>([2])];
  assert.throws(() => batchNormActivation(x, two, three, "relu"), {
    name: "TypeError",
    message: "gamma has one number per channel, [3], found [2]",
  });
  assert.throws(() => batchNormActivation(x, three, two, "relu"), {
    name: "TypeError",
    message: "beta has one number per channel, [3], found [2]",
  });
  assert.throws(() => batchNormActivation(x, three, three, "sigmoid"), {
    name: "RangeError",
    message: /followed by linear, relu or leaky_relu, found sigmoid/,
  });
  tf.dispose([x, three, two]);
});
