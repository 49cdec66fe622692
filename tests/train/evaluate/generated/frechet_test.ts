import assert from "node:assert/strict";
import {
  frechetDistance,
  momentsOf,
  prepareMoments,
} from "../../../../train/evaluate/generated/frechet.ts";
import type { FeatureSet } from "../../../../train/evaluate/generated/feature_set.ts";
import { points } from "./points.ts";

function between(real: FeatureSet, generated: FeatureSet): number {
  return frechetDistance(prepareMoments(momentsOf(real)), momentsOf(generated));
}

function close(found: number, expected: number): void {
  assert.ok(
    Math.abs(found - expected) < 1e-6,
    `${found}, expected ${expected}`,
  );
}

Deno.test("momentsOf() measures mean and covariance", () => {
  const { mean, covariance } = momentsOf(points([[0, 0], [2, 4], [4, 2]]));
  assert.deepEqual([...mean], [2, 2]);
  assert.deepEqual(covariance.to2DArray(), [[4, 2], [2, 4]]);
});

Deno.test("momentsOf() refuses a single point", () => {
  assert.throws(() => momentsOf(points([[1]])), RangeError);
});

Deno.test("frechetDistance() is the squared distance of the means if spreads are equal", () => {
  const set = points([[0, 0], [2, 4], [4, 2]]);
  close(between(set, set), 0);
  close(between(set, points([[3, 4], [5, 8], [7, 6]])), 9 + 16);
});

Deno.test("frechetDistance() of one dimension is that of means and deviations", () => {
  // Means 0 and 1, variances 2 and 18: 1 + (3 - 1)^2 * 2.
  close(between(points([[-1], [1]]), points([[-2], [4]])), 1 + 8);
});

Deno.test("frechetDistance() agrees with a matrix root found by hand", () => {
  // Covariances diag(2, 8) and [[5, 3], [3, 5]]: by hand, the trace of the root
  // of their product is sqrt(tr + 2 sqrt(det)) = sqrt(50 + 2 * 16).
  const real = points([[-1, 2], [1, 2], [-1, -2], [1, -2]].map(
    ([x, y]) => [x! * Math.sqrt(1.5), y! * Math.sqrt(1.5)],
  ));
  const generated = points([[2, 2], [-2, -2], [1, -1], [-1, 1]].map(
    ([x, y]) => [x! * Math.sqrt(1.5), y! * Math.sqrt(1.5)],
  ));
  close(between(real, generated), 10 + 10 - 2 * Math.sqrt(82));
});
