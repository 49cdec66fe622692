import assert from "node:assert/strict";
import { smoothStroke } from "../../../../train/data/drawn/curve.ts";
import type { Place } from "../../../../train/data/drawn/template.ts";

Deno.test("smoothStroke() passes through every place, in order", () => {
  const places: Place[] = [[0, 0], [10, 30], [40, 20], [40, 90]];
  const { x, y } = smoothStroke(places);
  assert.equal(x.length, y.length);
  const found = [0, 6, 12, 18].map((i) => [x[i], y[i]]);
  assert.deepEqual(found, places);
});

Deno.test("smoothStroke() of two places is straight", () => {
  const { x, y } = smoothStroke([[0, 0], [10, 20]]);
  for (let i = 0; i < x.length; i++) {
    assert.ok(Math.abs(2 * x[i]! - y[i]!) < 1e-9);
  }
});

Deno.test("smoothStroke() overshoots at a bend and not at a corner", () => {
  const from: Place = [0, 0];
  const bend: Place = [50, 0];
  const to: Place = [50, 50];
  assert.ok(Math.max(...smoothStroke([from, bend, to]).x) > 50);
  assert.ok(Math.max(...smoothStroke([from, bend, bend, to]).x) <= 50);
});
