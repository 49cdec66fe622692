import assert from "node:assert/strict";
import { initBackend } from "../../../../train/backend/mod.ts";
import type { FeatureSet } from "../../../../train/evaluate/generated/feature_set.ts";
import { manifoldMetrics } from "../../../../train/evaluate/generated/manifold.ts";
import { neighbourhood } from "../../../../train/evaluate/generated/neighbours.ts";
import { points } from "./points.ts";

await initBackend("wasm");

async function compare(real: FeatureSet, generated: FeatureSet, k: number) {
  return await manifoldMetrics(
    real,
    generated,
    await neighbourhood(real, k),
    await neighbourhood(generated, k),
    k,
  );
}

Deno.test("manifoldMetrics() agrees with counting by hand", async () => {
  // Reach of the real points by their nearest neighbour: 1, 1, 8.
  // Reach of the generated points: 0.5, 0.5, 19.5.
  const found = await compare(
    points([[0], [1], [9]]),
    points([[0], [0.5], [20]]),
    1,
  );
  // 0 and 0.5 lie within reach of the real 0 and 1; 0.5 is 8.5 from the real 9.
  assert.equal(found.precision, 2 / 3);
  assert.equal(found.density, 4 / 3);
  assert.equal(found.coverage, 2 / 3);
  // The real 0 and 1 are within 0.5 of a generated point, all are of 20.
  assert.equal(found.recall, 1);
  // Nearer to their own set: 9 (8 to 8.5) alone; 20 is nearer to 9 (11 to 19.5).
  assert.equal(found.nearestNeighbourAccuracy, 1 / 6);
});

Deno.test("manifoldMetrics() separates sets that are far apart", async () => {
  const found = await compare(
    points([[0], [1], [2]]),
    points([[100], [101], [102]]),
    2,
  );
  assert.deepEqual(found, {
    precision: 0,
    recall: 0,
    density: 0,
    coverage: 0,
    nearestNeighbourAccuracy: 1,
  });
});

Deno.test("manifoldMetrics() shows a collapsed set by its recall and coverage", async () => {
  const real = points([[0], [1], [2], [3], [4], [5], [6], [7]]);
  const found = await compare(real, points([[0], [0.1], [0.2], [0.3]]), 1);
  assert.equal(found.precision, 1);
  assert.equal(found.recall, 1 / 8);
  assert.equal(found.coverage, 2 / 8);
});
