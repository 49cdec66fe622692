import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { makeDataset } from "../../../../train/data/join.ts";
import {
  severalOf,
  severalWritten,
} from "../../../../train/data/negatives/several.ts";

/** Upright bars, so that digits can be counted along a row. */
const bars = await makeDataset(2, () => 1, () => {
  const image = new Uint8Array(784);
  for (let y = 4; y < 24; y++) image.fill(255, y * 28 + 12, y * 28 + 15);
  return image;
});

Deno.test("severalOf() puts two to four digits in a row", () => {
  const counts = new Set<number>();
  for (let seed = 0; seed < 60; seed++) {
    const { width, height, pixels } = severalOf(bars, new Random(seed));
    assert.equal(pixels.length, width * height);
    const middle = pixels.subarray(
      Math.floor(height / 2) * width,
      (Math.floor(height / 2) + 1) * width,
    );
    const ink = middle.filter((value) => value > 0).length;
    const most = Math.max(2, Math.ceil(ink / 3));
    assert.ok(ink > 3 && most <= 4, `${ink} columns of ink`);
    counts.add(most);
  }
  assert.deepEqual([...counts].sort(), [2, 3, 4]);
});

Deno.test("severalWritten() writes from left to right", () => {
  for (let seed = 0; seed < 20; seed++) {
    const strokes = severalWritten(new Random(seed));
    const columns = strokes.flatMap(({ x }) => [...x]);
    const rows = strokes.flatMap(({ y }) => [...y]);
    const wide = Math.max(...columns) - Math.min(...columns);
    assert.ok(wide > 30 && rows.length === columns.length, `${wide}`);
    assert.ok(strokes.length >= 2);
  }
});
