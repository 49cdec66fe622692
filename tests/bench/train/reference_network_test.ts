import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { referenceNetwork } from "../../../bench/train/reference_network.ts";

Deno.test("referenceNetwork() has the same values on every call", async () => {
  await tf.setBackend("cpu");
  const [one, other] = [referenceNetwork(1), referenceNetwork(2)];
  for (const [i, variable] of one.variables.entries()) {
    assert.deepEqual(variable.dataSync(), other.variables[i]!.dataSync());
  }
  const first = other.images.slice(0, 1);
  assert.deepEqual(one.images.dataSync(), first.dataSync());
});
