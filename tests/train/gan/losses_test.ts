/** The GAN's losses against values computed by hand. */

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../../../train/backend/mod.ts";
import {
  criticLoss,
  crossEntropyLoss,
  nonSaturatingLoss,
  pairingLoss,
} from "../../../train/gan/losses.ts";

/** Asserts that a scalar is a number to 1e-6, and disposes of it. */
function assertScalar(scalar: tf.Scalar, expected: number): void {
  const [value] = scalar.dataSync();
  scalar.dispose();
  assert.ok(Math.abs(value! - expected) < 1e-6, `${value} is not ${expected}`);
}

Deno.test("pairingLoss() is the mean of softplus(loser - winner)", async () => {
  await initBackend("wasm");
  const [winner, loser] = [tf.tensor1d([2, 0]), tf.tensor1d([1, 3])];
  // ln(1 + e^-1) = 0.3132617, ln(1 + e^3) = 3.0485874.
  assertScalar(pairingLoss(winner, loser), (0.3132617 + 3.0485874) / 2);
  // ln(1 + e^1) = 1.3132617, ln(1 + e^-3) = 0.0485874.
  assertScalar(pairingLoss(loser, winner), (1.3132617 + 0.0485874) / 2);
  assertScalar(pairingLoss(winner, winner), Math.LN2);
  tf.dispose([winner, loser]);
});

Deno.test("criticLoss() is the losers' mean minus the winners'", async () => {
  await initBackend("wasm");
  const [winner, loser] = [tf.tensor1d([2, 0.5]), tf.tensor1d([1, -3])];
  // (1 - 3) / 2 - (2 + 0.5) / 2.
  assertScalar(criticLoss(winner, loser), -2.25);
  assertScalar(criticLoss(loser, winner), 2.25);
  tf.dispose([winner, loser]);
});

Deno.test("crossEntropyLoss() is the mean over real and generated images", async () => {
  await initBackend("wasm");
  const [real, generated] = [tf.tensor1d([2, 0]), tf.tensor1d([-1, 3])];
  // -ln sigmoid(2) = 0.1269280, -ln sigmoid(0) = ln 2;
  // -ln(1 - sigmoid(-1)) = 0.3132617, -ln(1 - sigmoid(3)) = 3.0485874.
  const sum = 0.1269280 + Math.LN2 + 0.3132617 + 3.0485874;
  assertScalar(crossEntropyLoss(real, generated), sum / 4);
  const zeros = tf.zeros([2]) as tf.Tensor1D;
  assertScalar(crossEntropyLoss(zeros, zeros), Math.LN2);
  tf.dispose([real, generated, zeros]);
});

Deno.test("nonSaturatingLoss() is the cross-entropy of generated images as real ones", async () => {
  await initBackend("wasm");
  const generated = tf.tensor1d([-1, 3]);
  // -ln sigmoid(-1) = 1.3132617, -ln sigmoid(3) = 0.0485874.
  assertScalar(nonSaturatingLoss(generated), (1.3132617 + 0.0485874) / 2);
  generated.dispose();
});
