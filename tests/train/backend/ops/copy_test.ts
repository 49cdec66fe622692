import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { copyIn, copyOut, initBackend } from "../../../../train/backend/mod.ts";

for (const backend of ["wasm", "cpu"] as const) {
  Deno.test(`copyOut() and copyIn() copy through shared memory on ${backend}`, async () => {
    await initBackend(backend);
    const before = tf.memory().numTensors;
    const from = tf.tensor2d([[1, 2, 3], [4, 5, 6]]);
    const to = tf.tidy(() => tf.variable(tf.zeros([6])));
    const shared = new Float32Array(new SharedArrayBuffer(24));
    copyOut(from, shared);
    assert.deepEqual([...shared], [1, 2, 3, 4, 5, 6]);
    copyIn(shared, to);
    shared.fill(0);
    assert.deepEqual([...to.dataSync()], [1, 2, 3, 4, 5, 6]);
    tf.dispose([from, to]);
    assert.equal(tf.memory().numTensors, before);
  });
}

Deno.test("copyOut() and copyIn() refuse arrays of the wrong length", async () => {
  await initBackend("wasm");
  const variable = tf.variable(tf.zeros([2, 3]));
  const error = {
    name: "TypeError",
    message: "a tensor of [2, 3] is 6 numbers, found an array of 5",
  };
  assert.throws(() => copyOut(variable, new Float32Array(5)), error);
  assert.throws(() => copyIn(new Float32Array(5), variable), error);
  variable.dispose();
});
