import assert from "node:assert/strict";
import type { LayerValues } from "../../../src/engine/layer_values.ts";
import {
  areSame,
  columnsFor,
  FULL,
  largestOf,
  paintMaps,
  placeMaps,
} from "../../../src/page/think/maps.ts";

/** Two maps of 1 x 2: 0 4, and 16 0. */
const LAYER: LayerValues = {
  ...{ name: "conv", type: "conv2d", rows: 1, columns: 2, channels: 2 },
  values: Uint8Array.of(0, 16, 4, 0),
  scale: 1,
};

/** Colours that are the strengths themselves. */
const ramp = Uint32Array.from({ length: FULL + 1 }, (_, strength) => strength);

/** Paints the layer below a row of nothing. */
function painted(width: number, rows: number): number[][] {
  const colors = new Uint32Array(width * rows);
  paintMaps(LAYER, placeMaps(LAYER, width), { width, colors, ramp }, 1);
  return Array.from(
    { length: rows },
    (_, y) => [...colors.subarray(y * width, (y + 1) * width)],
  );
}

Deno.test("placeMaps() spreads maps over the width, as large as they fit", () => {
  const places = placeMaps(LAYER, 15);
  assert.deepEqual(places, { zoom: 3, lefts: [0, 9], tops: [0, 0], height: 3 });
});

Deno.test("placeMaps() puts maps below each other where they do not fit", () => {
  const places = placeMaps(LAYER, 5);
  assert.deepEqual(places, { zoom: 2, lefts: [0, 0], tops: [0, 4], height: 6 });
  assert.equal(placeMaps(LAYER, 2).zoom, 1);
});

Deno.test("paintMaps() paints each value as a square, the largest at full strength", () => {
  const [none, first, second] = painted(10, 3);
  assert.deepEqual(none, new Array(10).fill(0));
  const weak = 128;
  assert.deepEqual(first, [0, 0, weak, weak, 0, 0, FULL, FULL, 0, 0]);
  assert.deepEqual(second, first);
});

Deno.test("columnsFor() fits, in equal rows where there is a way", () => {
  const cases = [[24, 32, 24], [24, 10, 8], [64, 20, 16], [7, 5, 5], [3, 1, 1]];
  for (const [channels, most, columns] of cases) {
    assert.equal(columnsFor(channels!, most!), columns);
  }
});

Deno.test("largestOf() finds the largest value", () => {
  assert.equal(largestOf(LAYER.values), 16);
});

Deno.test("areSame() compares all values", () => {
  const same = { ...LAYER, values: Uint8Array.from(LAYER.values) };
  const other = { ...LAYER, values: Uint8Array.of(0, 16, 4, 1) };
  const shorter = { ...LAYER, values: Uint8Array.of(0, 16) };
  assert.equal(areSame(LAYER, same), true);
  assert.equal(areSame(LAYER, other), false);
  assert.equal(areSame(LAYER, shorter), false);
});
