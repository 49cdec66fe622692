import fc from "fast-check";
import assert from "node:assert/strict";
import { distanceToInk } from "../reference/distance.ts";
import { refineBox } from "../../../src/image/normalize/edges.ts";
import { reduce } from "../../../src/image/normalize/reduce.ts";
import { resample } from "../reference/resample.ts";

const whole = (width: number, height: number) => ({
  left: 0,
  top: 0,
  right: width,
  bottom: height,
});

Deno.test("resample() averages areas and interpolates between pixels", () => {
  const row = Float32Array.of(0, 3, 6, 9, 12, 15);
  const cases: [number, number[]][] = [
    [6, [0, 3, 6, 9, 12, 15]],
    [3, [1.5, 7.5, 13.5]],
    [4, [1, 5, 10, 14]],
    [1, [7.5]],
    [12, [0, .75, 2.25, 3.75, 5.25, 6.75, 8.25, 9.75, 11.25, 12.75, 14.25, 15]],
  ];
  for (const [columns, values] of cases) {
    const found = resample(row, 6, whole(6, 1), columns, 1);
    found.forEach((value, i) => assert.ok(Math.abs(value - values[i]!) < 1e-5));
  }
});

Deno.test("resample() takes boxes that cut pixels", () => {
  const row = Float32Array.of(0, 4, 8, 0);
  const box = { left: 0.5, top: 0, right: 2.5, bottom: 1 };
  const [first, second] = resample(row, 4, box, 2, 1);
  assert.deepEqual([first, second], [2, 6]);
});

Deno.test("resample() keeps an even picture even", () => {
  const side = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(side, side, side, side, (width, height, columns, rows) => {
      const ink = new Float32Array(width * height).fill(0.75);
      const found = resample(ink, width, whole(width, height), columns, rows);
      assert.equal(found.length, columns * rows);
      found.forEach((value) => assert.ok(Math.abs(value - 0.75) < 1e-5));
    }),
    { seed: 1 },
  );
});

Deno.test("refineBox() finds where ink falls to half", () => {
  const cases: [number[], number, number][] = [
    [[0, 1, 1, 1, 0], 1, 4],
    [[0, 0.5, 1, 1, 0], 1.5, 4],
    [[0, 1, 1, 0.75, 0], 1, 3.83],
    [[1, 1, 1, 1, 1], 0, 5],
    [[0, 0.25, 1, 0.25, 0], 1.83, 3.17],
  ];
  for (const [row, left, right] of cases) {
    const first = row.findIndex((value) => value >= 0.5);
    const last = row.findLastIndex((value) => value >= 0.5);
    const box = { left: first, top: 0, right: last + 1, bottom: 1 };
    // Levels stand for a hundredth of full ink each.
    const shares = Float32Array.from({ length: 256 }, (_, i) => i / 100);
    const ink = Uint8Array.from(row, (value) => 100 * value);
    const found = refineBox({ ink, width: row.length, shares }, box);
    assert.ok(Math.abs(found.left - left) < 0.01, `${row}: ${found.left}`);
    assert.ok(Math.abs(found.right - right) < 0.01, `${row}: ${found.right}`);
  }
});

Deno.test("reduce() averages squares, cut ones at the edges too", () => {
  const pixels = Uint8Array.of(
    ...[0, 10, 20, 30, 200],
    ...[0, 10, 20, 30, 100],
    ...[8, 8, 8, 8, 40],
  );
  const small = reduce({ width: 5, height: 3, pixels }, 3);
  assert.deepEqual([small.width, small.height], [3, 2]);
  assert.deepEqual([...small.pixels], [5, 25, 150, 8, 8, 40]);
  const image = { width: 5, height: 3, pixels };
  assert.equal(reduce(image, 5), image);
});

Deno.test("distanceToInk() is within 8 % of the straight distance", () => {
  const width = 31;
  const cells = new Uint8Array(width * width);
  cells[15 * width + 15] = 1;
  distanceToInk(cells, width).forEach((distance, i) => {
    const straight = Math.hypot(i % width - 15, Math.floor(i / width) - 15);
    assert.ok(
      distance >= straight - 1e-4 && distance <= 1.0824 * straight + 1e-4,
    );
  });
});

Deno.test("distanceToInk() does not reach around the picture's sides", () => {
  assert.deepEqual([...distanceToInk([0, 0, 1, 0, 0, 0], 3)].map(Math.round), [
    ...[2, 1, 0],
    ...[2, 1, 1],
  ]);
});
