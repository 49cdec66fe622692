import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import {
  initBackend,
  softmaxCrossEntropy,
} from "../../../../train/backend/mod.ts";
import { assertSameAsCpu, randomInput } from "../compare.ts";

Deno.test("softmaxCrossEntropy() and its gradient equal the CPU backend's", async () => {
  for (const shape of [[1, 2], [5, 10], [17, 3]]) {
    const inputs = [randomInput(1, shape), randomInput(2, shape)];
    await assertSameAsCpu(`${shape}`, inputs, (logits, raw) => {
      const targets = tf.softmax(raw!) as tf.Tensor2D;
      const loss = (logits: tf.Tensor) =>
        softmaxCrossEntropy(logits as tf.Tensor2D, targets);
      return [loss(logits!), tf.grad(loss)(logits!, tf.scalar(3))];
    });
  }
});

Deno.test("softmaxCrossEntropy() supports logits of any size", async () => {
  await initBackend("wasm");
  tf.tidy(() => {
    const logits = tf.tensor2d([[1e4, -1e4], [-1e4, 1e4]]);
    const loss = softmaxCrossEntropy(logits, tf.tensor2d([[1, 0], [1, 0]]));
    assert.deepEqual([...loss.dataSync()], [1e4]);
  });
});

Deno.test("softmaxCrossEntropy() refuses targets of the wrong shape", () => {
  const [logits, targets] = [tf.zeros([2, 3]), tf.zeros([2, 2])];
  assert.throws(
    () => softmaxCrossEntropy(logits as tf.Tensor2D, targets as tf.Tensor2D),
    {
      name: "TypeError",
      message: "targets have the logits' shape [2, 3], found [2, 2]",
    },
  );
  tf.dispose([logits, targets]);
});
