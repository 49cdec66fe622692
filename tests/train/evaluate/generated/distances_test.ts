import assert from "node:assert/strict";
import { initBackend } from "../../../../train/backend/mod.ts";
import { visitDistances } from "../../../../train/evaluate/generated/distances.ts";
import {
  nearestPoints,
  neighbourhood,
} from "../../../../train/evaluate/generated/neighbours.ts";
import { ofDigit } from "../../../../train/evaluate/generated/feature_set.ts";
import { points } from "./points.ts";

await initBackend("wasm");

Deno.test("visitDistances() visits the squared distances of all pairs", async () => {
  const a = points([[0, 0], [3, 4]]);
  const b = points([[0, 1], [3, 0], [3, 4]]);
  const found: number[][] = [];
  await visitDistances(a, b, (row, from, squared) => {
    assert.equal(from, 0);
    found[row] = [...squared];
  });
  assert.deepEqual(found, [[1, 9, 25], [18, 16, 0]]);
});

Deno.test("visitDistances() goes over more points than fit a tile", async () => {
  const a = points(Array.from({ length: 1003 }, (_, i) => [i]));
  const b = points(Array.from({ length: 5002 }, (_, i) => [i]));
  let wrong = 0;
  let pairs = 0;
  await visitDistances(a, b, (row, from, squared) => {
    squared.forEach((distance, j) => {
      pairs++;
      // Exact only up to what 24 bits hold of the squares.
      if (Math.abs(distance - (row - from - j) ** 2) > 8) wrong++;
    });
  });
  assert.equal(pairs, 1003 * 5002);
  assert.equal(wrong, 0);
});

Deno.test("visitDistances() refuses points of different widths", async () => {
  await assert.rejects(
    visitDistances(points([[1]]), points([[1, 2]]), () => {}),
    RangeError,
  );
});

Deno.test("neighbourhood() finds the nearest and the k-th other point", async () => {
  const { nearest, kth } = await neighbourhood(
    points([[0], [1], [3], [7]]),
    2,
  );
  assert.deepEqual([...nearest], [1, 1, 4, 16]);
  assert.deepEqual([...kth], [9, 4, 9, 36]);
});

Deno.test("neighbourhood() counts an equal point as a neighbour", async () => {
  const { nearest } = await neighbourhood(points([[2], [2], [5]]), 1);
  assert.deepEqual([...nearest], [0, 0, 9]);
});

Deno.test("neighbourhood() refuses fewer points than neighbours", async () => {
  await assert.rejects(neighbourhood(points([[1], [2]]), 2), RangeError);
});

Deno.test("nearestPoints() finds the nearest point of the other set", async () => {
  const { squared, index } = await nearestPoints(
    points([[0], [4], [9], [3.5]]),
    points([[1], [6]]),
  );
  assert.deepEqual([...squared], [1, 4, 9, 6.25]);
  // Of equals, the first.
  assert.deepEqual([...index], [0, 1, 1, 0]);
});

Deno.test("ofDigit() picks one digit's points in their order", () => {
  const set = points([[1, 2], [3, 4], [5, 6]], [7, 1, 7]);
  const sevens = ofDigit(set, 7);
  assert.deepEqual([...sevens.values], [1, 2, 5, 6]);
  assert.deepEqual([...sevens.labels], [7, 7]);
  assert.equal(ofDigit(set, 0).count, 0);
});
