import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { biasActivation, initBackend } from "../../../../train/backend/mod.ts";
import { assertSameAsCpu, randomInput } from "../compare.ts";

const SHAPES = [[1, 1], [7, 1], [5, 3], [3, 4], [2, 3, 5, 7], [2, 5, 5, 17]];

for (const activation of ["linear", "relu", "leaky_relu", "sigmoid"] as const) {
  const compute = (x: tf.Tensor, bias: tf.Tensor) =>
    biasActivation(x, bias as tf.Tensor1D, activation);

  Deno.test(`biasActivation() with ${activation} and its gradients equal the CPU backend's`, async () => {
    for (const shape of SHAPES) {
      const inputs = [randomInput(1, shape), randomInput(2, [shape.at(-1)!])];
      await assertSameAsCpu(`${shape}`, inputs, (x, bias) => {
        const y = compute(x!, bias!);
        const dy = tf.sin(tf.range(0, y.size)).reshape(y.shape);
        return [y, ...tf.grads(compute)([x!, bias!], dy)];
      });
    }
  });

  Deno.test(`biasActivation() with ${activation} is twice differentiable`, async () => {
    const inputs = [randomInput(1, [6, 5]), randomInput(2, [5])];
    await assertSameAsCpu(activation, inputs, (x, bias) => {
      const energy = (x: tf.Tensor, bias: tf.Tensor) => {
        const y = compute(x, bias);
        return tf.sum(tf.mul(tf.square(y), y));
      };
      const penalty = (x: tf.Tensor, bias: tf.Tensor) => {
        const [dx, dbias] = tf.grads(energy)([x, bias]);
        return tf.add(tf.sum(tf.square(dx!)), tf.sum(tf.square(dbias!)));
      };
      return tf.grads(penalty)([x!, bias!]);
    });
  });
}

Deno.test("biasActivation() with sigmoid is exact to single precision over its whole range", async () => {
  await initBackend("wasm");
  tf.tidy(() => {
    const x = tf.linspace(-100, 100, 4001).reshape([4001, 1]);
    const y = biasActivation(x, tf.zeros([1]), "sigmoid").dataSync();
    x.dataSync().forEach((value, i) => {
      const expected = 1 / (1 + Math.exp(-Math.max(-87, value)));
      const error = Math.abs(y[i]! - expected) / expected;
      assert.ok(error < 1e-6, `sigmoid(${value}) = ${y[i]}`);
    });
  });
});

Deno.test("biasActivation() refuses a bias of the wrong length", async () => {
  await initBackend("wasm");
  const [x, bias] = [tf.zeros([2, 3]), tf.zeros<tf.Rank.R1>([4])];
  assert.throws(() => biasActivation(x, bias, "relu"), {
    name: "TypeError",
    message: "bias has one number per channel, [3], found [4]",
  });
  tf.dispose([x, bias]);
});
