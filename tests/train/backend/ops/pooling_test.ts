import * as tf from "@tensorflow/tfjs";
import { globalAveragePool, maxPool2 } from "../../../../train/backend/mod.ts";
import { assertSameAsCpu, randomInput } from "../compare.ts";

Deno.test("globalAveragePool() and its gradients equal the CPU backend's", async () => {
  for (const shape of [[1, 1, 1, 1], [3, 7, 5, 3], [2, 4, 4, 17]]) {
    const pool = (x: tf.Tensor) => globalAveragePool(x as tf.Tensor4D);
    await assertSameAsCpu(`${shape}`, [randomInput(1, shape)], (x) => {
      const y = pool(x!);
      const dy = tf.range(0, y.size).reshape(y.shape);
      const energy = (x: tf.Tensor) => {
        const y = pool(x);
        return tf.sum(tf.mul(tf.square(y), y));
      };
      const penalty = (x: tf.Tensor) => tf.sum(tf.square(tf.grad(energy)(x)));
      return [y, tf.grad(pool)(x!, dy), tf.grad(penalty)(x!)];
    });
  }
});

Deno.test("maxPool2() and its gradient equal the CPU backend's", async () => {
  const pool = (x: tf.Tensor) => maxPool2(x as tf.Tensor4D);
  await assertSameAsCpu("5x7", [randomInput(1, [2, 5, 7, 6])], (x) => {
    const y = pool(x!);
    return [y, tf.grad(pool)(x!, tf.range(0, y.size).reshape(y.shape))];
  });
});
