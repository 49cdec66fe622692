import fc from "fast-check";
import assert from "node:assert/strict";
import { distanceToInk } from "../../../src/image/normalize/distance.ts";
import { shortestPaths } from "../reference/distance.ts";

Deno.test("distanceToInk() is within 8 % of the straight distance", () => {
  const width = 31;
  const cells = new Float32Array(width * width);
  cells[15 * width + 15] = 1;
  distanceToInk(cells, width).forEach((distance, i) => {
    const straight = Math.hypot(i % width - 15, Math.floor(i / width) - 15);
    assert.ok(
      distance >= straight - 1e-4 && distance <= 1.0824 * straight + 1e-4,
    );
  });
});

Deno.test("distanceToInk() does not reach around the picture's sides", () => {
  const cells = Float32Array.of(0, 0, 1, 0, 0, 0);
  assert.deepEqual([...distanceToInk(cells, 3)].map(Math.round), [
    ...[2, 1, 0],
    ...[2, 1, 1],
  ]);
});

Deno.test("distanceToInk() is the length of the shortest path", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.constantFrom(0, 0, 0, 0.4, 0.5, 1), {
        minLength: 9,
        maxLength: 80,
      }),
      (width, shares) => {
        const cells = shares.slice(0, shares.length - shares.length % width);
        const isInk = cells.map((share) => share >= 0.5);
        if (!isInk.includes(true)) return;
        const expected = shortestPaths(isInk, width);
        distanceToInk(Float32Array.from(cells), width).forEach((found, i) => {
          assert.ok(Math.abs(found - expected[i]!) < 1e-4);
        });
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});
