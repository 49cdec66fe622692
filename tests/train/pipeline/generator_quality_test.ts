import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import type { Dataset } from "../../../train/data/dataset.ts";
import { measureGenerator } from "../../../train/pipeline/generator_quality.ts";
import { pixelJudge } from "../evaluate/generated/pixel_judge.ts";
import { Random } from "../../../src/network/random.ts";

await initBackend("wasm");

/** Noise below a bright row of the digit's own. */
function digits(seed: number, labels: Uint8Array): Dataset {
  const random = new Random(seed);
  const images = Uint8Array.from(
    { length: labels.length * IMAGE_PIXELS },
    () => random.below(60),
  );
  labels.forEach((label, i) => {
    const at = i * IMAGE_PIXELS + (2 * label + 4) * 28;
    images.fill(220, at, at + 28);
  });
  return { images, labels, count: labels.length };
}

const LABELS = Uint8Array.from({ length: 80 }, (_, i) => i % 10);

Deno.test("measureGenerator() compares served and float digits with training images", async () => {
  const judge = pixelJudge((digit) => (2 * digit + 4) * 28);
  const said: string[] = [];
  const training = digits(
    1,
    Uint8Array.from({ length: 200 }, (_, i) => i % 10),
  );
  const quality = await measureGenerator({
    judge,
    data: { source: "rows", training, validation: digits(2, LABELS) },
    reference: digits(3, LABELS),
    served: (labels) => digits(4, labels),
    // Every digit is the same image: a collapsed generator.
    float: (labels) =>
      Promise.resolve(digits(5, new Uint8Array(labels.length)))
        .then((set) => ({ ...set, labels })),
    say: (line) => said.push(line),
  });
  const { int8, float, floor } = quality;
  assert.equal(quality.reference, "80 test images of rows");
  assert.equal(said.length, 4);
  for (const { all, digits } of [int8, float, floor]) {
    assert.equal(all.images, 80);
    assert.deepEqual(digits.map(({ images }) => images), Array(10).fill(8));
    assert.equal(digits.length, 10);
    assert.equal(all.two_sample_accuracy, undefined);
  }
  assert.ok(float.all.frechet_distance > 3 * int8.all.frechet_distance);
  assert.ok(float.all.coverage < 0.5 && int8.all.coverage > 0.8);
  for (const { all } of [int8, floor]) {
    assert.ok(Math.abs(all.nearest_training_ratio - 1) < 0.1);
  }
});
