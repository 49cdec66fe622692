/** The GAN's losses against values computed by hand. */

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../../../train/backend/mod.ts";
import { gradientPenalty, pairingLoss } from "../../../train/gan/losses.ts";

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

Deno.test("gradientPenalty() is the mean squared length of the score's gradient", async () => {
  await initBackend("wasm");
  // Two images of two pixels: (3, 4) and (1, 0).
  const images = tf.tensor4d([3, 4, 1, 0], [2, 1, 2, 1]);
  const perImage = (values: tf.Tensor): tf.Tensor1D =>
    tf.sum(tf.reshape(values, [2, 2]), 1);
  // x² has the gradient 2x, of squared lengths 4 (9 + 16) and 4: a mean of 52.
  assertScalar(gradientPenalty((x) => perImage(tf.square(x)), images), 52);
  // A sum has the gradient (1, 1), whatever the image.
  assertScalar(gradientPenalty((x) => perImage(x), images), 2);
  images.dispose();
});
