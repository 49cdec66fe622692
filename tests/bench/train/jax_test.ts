import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { jaxTraining } from "../../../bench/train/jax.ts";
import {
  referenceNetwork,
  stockTraining,
} from "../../../bench/train/reference_network.ts";

Deno.test("jaxTraining() has the losses of TensorFlow.js", async () => {
  await tf.setBackend("cpu");
  const theirs = stockTraining(2);
  const ours = jaxTraining(referenceNetwork(2));
  for (let step = 1; step <= 2; step++) {
    const expected = theirs.step();
    const found = ours.step();
    assert.ok(
      Math.abs(found - expected) < 1e-4,
      `${found} at step ${step}, expected ${expected}`,
    );
  }
});
