import assert from "node:assert/strict";
import type { LayerValues } from "../../../src/engine/layer_values.ts";
import {
  arrangeMaps,
  columnsFor,
  FULL,
  largestOf,
} from "../../../src/page/think/maps.ts";

/** Two maps of 1 x 2: 0 4, and 16 0. */
const LAYER: LayerValues = {
  ...{ name: "conv", type: "conv2d", rows: 1, columns: 2, channels: 2 },
  values: Uint8Array.of(0, 16, 4, 0),
  scale: 1,
};

Deno.test("arrangeMaps() puts maps side by side, a pixel apart", () => {
  const sheet = arrangeMaps(LAYER, 2, 16);
  assert.deepEqual([sheet.width, sheet.height], [5, 1]);
  assert.deepEqual([...sheet.pixels], [0, 128, 0, FULL, 0]);
});

Deno.test("arrangeMaps() puts maps below each other, and reuses a sheet that fits", () => {
  const sheet = arrangeMaps(LAYER, 1, 16);
  assert.deepEqual([sheet.width, sheet.height], [2, 3]);
  assert.deepEqual([...sheet.pixels], [0, 128, 0, 0, FULL, 0]);
  assert.equal(arrangeMaps(LAYER, 1, 16, sheet), sheet);
  assert.notEqual(arrangeMaps(LAYER, 2, 16, sheet), sheet);
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
