/** The recognizer's loss against values computed by hand. */

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import {
  initBackend,
  softmaxCrossEntropy,
} from "../../../train/backend/mod.ts";
import { smoothedTargets } from "../../../train/recognizer/targets.ts";

Deno.test("smoothedTargets() keeps the label's share, and spreads the rest over all outputs", () => {
  const rows = [...smoothedTargets(Uint8Array.of(2, 0), 0.3, 3)];
  const expected = [0.1, 0.1, 0.8, 0.8, 0.1, 0.1];
  rows.forEach((value, i) => {
    assert.ok(Math.abs(value - expected[i]!) < 1e-7, `${rows}`);
  });
});

Deno.test("softmaxCrossEntropy() of smoothed targets is -sum(targets ln p), as computed by hand", async () => {
  for (const backend of ["wasm", "cpu"] as const) {
    await initBackend(backend);
    tf.tidy(() => {
      // Probabilities 1/4 and 3/4, then 1/2 and 1/2.
      const logits = tf.tensor2d([[0, Math.log(3)], [5, 5]]);
      const targets = tf.tensor2d(
        smoothedTargets(Uint8Array.of(1, 0), 0.2, 2),
        [2, 2],
      );
      const rows = [
        -(0.1 * Math.log(1 / 4) + 0.9 * Math.log(3 / 4)),
        Math.LN2,
      ];
      const [loss] = softmaxCrossEntropy(logits, targets).dataSync();
      const expected = (rows[0]! + rows[1]!) / 2;
      assert.ok(Math.abs(loss! - expected) < 1e-6, `${loss}, ${expected}`);
      // The gradient of the mean is (p - targets) / rows.
      const gradient = tf.grad((x) =>
        softmaxCrossEntropy(x as tf.Tensor2D, targets)
      )(logits).dataSync();
      [0.075, -0.075, -0.2, 0.2].forEach((value, i) =>
        assert.ok(Math.abs(gradient[i]! - value) < 1e-6, `${[...gradient]}`)
      );
    });
  }
});
