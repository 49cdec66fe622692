import assert from "node:assert/strict";
import { jaxTraining } from "../../../bench/train/jax.ts";
import {
  referenceNetwork,
  stockTraining,
} from "../../../bench/train/reference_network.ts";
import { initStockBackend } from "../../../bench/train/stock.ts";

Deno.test("jaxTraining() has the losses of TensorFlow.js", async () => {
  await initStockBackend();
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
