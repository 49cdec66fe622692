import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { initBackend, pixelShuffle } from "../../../../train/backend/mod.ts";
import { assertSameAsCpu, randomInput } from "../compare.ts";

const CASES: [number[], number][] = [
  [[1, 1, 1, 4], 2],
  [[2, 3, 5, 12], 2],
  [[3, 7, 7, 32], 2],
  [[1, 2, 3, 9], 3],
  [[2, 5, 1, 63], 3],
];

Deno.test("pixelShuffle() and its gradients equal the CPU backend's", async () => {
  for (const [shape, factor] of CASES) {
    const shuffle = (x: tf.Tensor) => pixelShuffle(x as tf.Tensor4D, factor);
    await assertSameAsCpu(`${shape}`, [randomInput(1, shape)], (x) => {
      const y = shuffle(x!);
      const dy = tf.range(0, y.size).reshape(y.shape);
      const energy = (x: tf.Tensor) => {
        const y = shuffle(x);
        return tf.sum(tf.mul(tf.square(y), y));
      };
      const penalty = (x: tf.Tensor) => tf.sum(tf.square(tf.grad(energy)(x)));
      return [y, tf.grad(shuffle)(x!, dy), tf.grad(penalty)(x!)];
    });
  }
});

Deno.test("pixelShuffle() has the channel order of TensorFlow's depthToSpace", async () => {
  await initBackend("cpu");
  tf.tidy(() => {
    const x = tf.range(0, 2 * 3 * 12).reshape([1, 2, 3, 12]) as tf.Tensor4D;
    assert.deepEqual(
      pixelShuffle(x, 2).dataSync(),
      tf.depthToSpace(x, 2).dataSync(),
    );
  });
});

Deno.test("pixelShuffle() refuses channels that are not a multiple", () => {
  const x = tf.zeros<tf.Rank.R4>([1, 1, 1, 6]);
  assert.throws(() => pixelShuffle(x, 2), {
    name: "RangeError",
    message: "pixel shuffle by 2 takes a multiple of 4 channels, found 6",
  });
  x.dispose();
});
