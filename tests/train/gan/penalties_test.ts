/** The gradient penalties against values computed by hand. */

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../../../train/backend/mod.ts";
import {
  between,
  gradientPenalty,
  unitGradientPenalty,
} from "../../../train/gan/penalties.ts";

await initBackend("wasm");

/** Asserts that a scalar is a number to 1e-5, and disposes of it. */
function assertScalar(scalar: tf.Tensor, expected: number): void {
  const [value] = scalar.dataSync();
  scalar.dispose();
  assert.ok(Math.abs(value! - expected) < 1e-5, `${value} is not ${expected}`);
}

/** Two images of two pixels: (3, 4) and (1, 0). */
const images = () => tf.tensor4d([3, 4, 1, 0], [2, 1, 2, 1]);

function perImage(values: tf.Tensor): tf.Tensor1D {
  return tf.sum(tf.reshape(values, [2, 2]), 1);
}

Deno.test("gradientPenalty() is the mean squared norm of the score's gradient", () => {
  const x = images();
  // x² has the gradient 2x, of squared lengths 4 (9 + 16) and 4: a mean of 52.
  assertScalar(gradientPenalty((x) => perImage(tf.square(x)), x), 52);
  // A sum has the gradient (1, 1), whatever the image.
  assertScalar(gradientPenalty((x) => perImage(x), x), 2);
  x.dispose();
});

Deno.test("unitGradientPenalty() is the mean squared distance of the gradient's norm from 1", () => {
  const x = images();
  // x² has the gradient 2x, of lengths 10 and 2: (81 + 1) / 2.
  assertScalar(unitGradientPenalty((x) => perImage(tf.square(x)), x), 41);
  // The gradient (1, 1) has the length 1.4142136.
  const expected = (Math.SQRT2 - 1) ** 2;
  assertScalar(unitGradientPenalty((x) => perImage(x), x), expected);
  // No gradient at all, and still a finite derivative.
  const scale = tf.variable(tf.scalar(0));
  const { value, grads } = tf.variableGrads(
    () => unitGradientPenalty((x) => perImage(tf.mul(x, scale)), x),
    [scale],
  );
  assertScalar(value, 1);
  assert.ok(Number.isFinite(grads[scale.name]!.dataSync()[0]));
  tf.dispose([x, scale, grads]);
});

Deno.test("unitGradientPenalty() is differentiable in the score's parameters", () => {
  const x = images();
  const scale = tf.variable(tf.scalar(1.5));
  const { value, grads } = tf.variableGrads(
    () => unitGradientPenalty((x) => perImage(tf.mul(x, scale)), x),
    [scale],
  );
  // The length is s √2, so the penalty is (s √2 - 1)², its derivative
  // 2 √2 (s √2 - 1).
  const over = 1.5 * Math.SQRT2 - 1;
  assertScalar(value, over ** 2);
  assertScalar(grads[scale.name]!, 2 * Math.SQRT2 * over);
  tf.dispose([x, scale]);
});

Deno.test("between() is the generated image at 0 and the real one at 1", () => {
  const real = tf.tensor4d([1, 1, 1, 1, 1, 1], [3, 1, 2, 1]);
  const generated = tf.tensor4d([0, 0.5, 0, 0.5, 0, 0.5], [3, 1, 2, 1]);
  const shares = tf.tensor4d([0, 1, 0.5], [3, 1, 1, 1]);
  const images = between(real, generated, shares);
  assert.deepEqual([...images.dataSync()], [0, 0.5, 1, 1, 0.5, 0.75]);
  tf.dispose([real, generated, shares, images]);
});
