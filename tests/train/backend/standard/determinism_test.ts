import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../../../../train/backend/mod.ts";
import { randomInput } from "../compare.ts";

Deno.test("kernels return the same bits at other addresses and times", async () => {
  await initBackend("wasm");
  const shapes = [
    [[3, 14, 14, 16], [3, 3, 16, 24], 1],
    [[3, 9, 9, 5], [4, 4, 5, 11], 2],
    [[3, 9, 9, 5], [3, 3, 5, 1], 1],
    [[2, 14, 12, 1], [4, 4, 1, 16], 2],
    [[2, 11, 9, 8], [5, 5, 8, 1], 1],
  ] as const;
  for (const [imageShape, filterShape, stride] of shapes) {
    const images = randomInput(1, imageShape);
    const weights = randomInput(2, filterShape);
    const compute = () =>
      tf.tidy(() => {
        const x = tf.tensor4d(images.values.slice(), [...imageShape]);
        const filter = tf.tensor4d(weights.values.slice(), [...filterShape]);
        const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
          tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, "same");
        const gradients = tf.grads(convolve)([x, filter]);
        return [convolve(x, filter), ...gradients].map((t) => t.dataSync());
      });
    const first = compute();
    // Enough calls for the optimizing compiler, with memory elsewhere.
    for (let i = 1; i <= 30; i++) {
      const held = tf.zeros([i * 13 + 1]);
      assert.deepEqual(compute(), first);
      held.dispose();
    }
  }
});
