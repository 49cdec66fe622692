import assert from "node:assert/strict";
import { Random } from "../../../src/network/random.ts";
import {
  fitTemperature,
  negativeLogLikelihood,
  rejectionThreshold,
} from "../../../train/evaluate/temperature.ts";

/** Logits whose softmax is, at a temperature, how often each label comes. */
function calibrated(
  temperature: number,
): { logits: Float32Array; labels: Uint8Array } {
  const random = new Random(3);
  const count = 4000;
  const logits = new Float32Array(count * 10);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const row = Array.from({ length: 10 }, () => 2 * random.normal());
    const weights = row.map(Math.exp);
    let draw = random.uniform() * weights.reduce((a, b) => a + b);
    labels[i] = Math.max(0, weights.findIndex((w) => (draw -= w) < 0));
    logits.set(row.map((logit) => logit * temperature), i * 10);
  }
  return { logits, labels };
}

Deno.test("fitTemperature() finds the temperature that logits were made with", () => {
  for (const temperature of [0.5, 1, 3]) {
    const fitted = fitTemperature(calibrated(temperature));
    assert.ok(Math.abs(fitted / temperature - 1) < 0.1, `${fitted}`);
  }
});

Deno.test("negativeLogLikelihood() of even logits is log 10", () => {
  const even = negativeLogLikelihood(
    { logits: new Float32Array(10), labels: Uint8Array.of(4) },
    1,
  );
  assert.ok(Math.abs(even - Math.log(10)) < 1e-6);
});

Deno.test("fitTemperature() gives sets the same weight, whatever their size", () => {
  const sharp = calibrated(0.5);
  const soft = calibrated(2);
  const first = {
    logits: sharp.logits.subarray(0, 2000 * 10),
    labels: sharp.labels.subarray(0, 2000),
  };
  const whole = fitTemperature(sharp, soft);
  assert.ok(Math.abs(fitTemperature(first, soft) / whole - 1) < 0.05);
  assert.ok(whole > 0.6 && whole < 1.8, `${whole}`);
});

Deno.test("rejectionThreshold() rejects no more than the share", () => {
  const confidences = Array.from(
    { length: 1000 },
    (_, i) => (i * 7 % 1000) / 1000,
  );
  const threshold = rejectionThreshold(confidences, 0.05);
  assert.equal(confidences.filter((c) => c < threshold).length, 50);
  assert.equal(rejectionThreshold([], 0.5), 0);
});
