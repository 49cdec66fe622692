import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import { initBackend } from "../../../../train/backend/mod.ts";
import type { Dataset } from "../../../../train/data/dataset.ts";
import { RealDigits } from "../../../../train/evaluate/generated/comparison.ts";
import { FeatureJudge } from "../../../../train/evaluate/generated/judge_features.ts";

import { pixelJudge } from "./pixel_judge.ts";

await initBackend("wasm");

/** Takes the first ten pixels as features, and reads the brightest of them. */
const judge = new FeatureJudge(pixelJudge((digit) => digit));

/** Twelve images of each digit: its own pixel bright, the next one by turns. */
function digits(level: (i: number) => number): Dataset {
  const count = 120;
  const images = new Uint8Array(count * IMAGE_PIXELS);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  labels.forEach((label, i) => {
    images[i * IMAGE_PIXELS + label] = 255;
    images[i * IMAGE_PIXELS + (label + 1) % 10] = level(i);
  });
  return { images, labels, count };
}

Deno.test("FeatureJudge.judge() returns the layer before the logits and the reading", async () => {
  const { values, width, read, count } = await judge.judge(digits((i) => i));
  assert.equal(width, 10);
  assert.equal(count, 120);
  assert.deepEqual([...read.subarray(0, 11)], [
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    0,
  ]);
  assert.equal(values[119 * 10 + 9], 1);
  assert.equal(values[119 * 10 + 0], Math.fround(119 / 255));
});

Deno.test("RealDigits.compare() finds nothing between a set and itself", async () => {
  const set = await judge.judge(digits((i) => i));
  const { all, digits: each } = await (await RealDigits.of(set)).compare(set);
  for (const metrics of [all, ...each]) {
    assert.equal(metrics.labelAgreement, 1);
    assert.equal(metrics.precision, 1);
    assert.equal(metrics.coverage, 1);
    assert.ok(metrics.frechetDistance < 1e-6);
  }
  assert.deepEqual(each.map(({ images }) => images), Array(10).fill(12));
});

Deno.test("RealDigits.compare() shows the digit that is wrong", async () => {
  const real = await judge.judge(digits((i) => i));
  const wrong = digits((i) => i);
  // Every three is written as an eight.
  wrong.labels.forEach((label, i) => {
    if (label !== 3) return;
    wrong.images.fill(0, i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
    wrong.images[i * IMAGE_PIXELS + 8] = 255 - i;
  });
  const { all, digits: each } = await (await RealDigits.of(real)).compare(
    await judge.judge(wrong),
  );
  assert.equal(all.labelAgreement, 0.9);
  assert.equal(each[3]!.labelAgreement, 0);
  assert.equal(each[3]!.coverage, 0);
  assert.ok(each[3]!.frechetDistance > 1);
  assert.equal(each[4]!.labelAgreement, 1);
});
