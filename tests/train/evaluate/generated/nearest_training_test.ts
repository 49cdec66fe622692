import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import { initBackend } from "../../../../train/backend/mod.ts";
import type { Dataset } from "../../../../train/data/dataset.ts";
import {
  nearestTrainingRatio,
  pixelSet,
  trainingDistances,
} from "../../../../train/evaluate/generated/nearest_training.ts";

await initBackend("wasm");

/** Images with some levels in their first pixels, and the rest blank. */
function images(...levels: number[][]): Dataset {
  const images = new Uint8Array(levels.length * IMAGE_PIXELS);
  levels.forEach((values, i) => images.set(values, i * IMAGE_PIXELS));
  return {
    images,
    labels: new Uint8Array(levels.length),
    count: levels.length,
  };
}

Deno.test("trainingDistances() finds the distance to the nearest image", async () => {
  const training = pixelSet(images([255, 0], [0, 0]));
  const found = await trainingDistances(
    images([255, 0], [0, 255], [255, 51]),
    training,
  );
  assert.deepEqual(
    [...found].map((distance) => Number(distance.toFixed(5))),
    [0, 1, 0.2],
  );
});

Deno.test("nearestTrainingRatio() is 0 for copies and 1 for digits as new as unseen ones", () => {
  const real = Float32Array.of(1, 3);
  assert.equal(nearestTrainingRatio(Float32Array.of(0, 0), real), 0);
  assert.equal(nearestTrainingRatio(Float32Array.of(2), real), 1);
});
