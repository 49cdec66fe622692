import fc from "fast-check";
import assert from "node:assert/strict";
import { findComponents } from "../../../src/image/normalize/components.ts";
import {
  missingWidth,
  strokeWidth,
  widen,
  widthOfParts,
} from "../../../src/image/normalize/stroke_width.ts";

/** A grid of cells that are ink where the function says so. */
function grid(
  width: number,
  height: number,
  isInk: (x: number, y: number) => boolean,
) {
  const ink = Float32Array.from(
    { length: width * height },
    (_, i) => isInk(i % width, Math.floor(i / width)) ? 1 : 0,
  );
  return { width, height, ink };
}

/** A ring of the given width. */
function ring(width: number) {
  return grid(
    80,
    80,
    (x, y) => Math.abs(Math.hypot(x - 39.5, y - 39.5) - 30) < width / 2,
  );
}

Deno.test("strokeWidth() measures rings, and finds none without ink", () => {
  for (const width of [2, 4, 8, 12]) {
    const found = strokeWidth(ring(width));
    assert.ok(Math.abs(found - width) < 0.1 * width, `${width}: ${found}`);
  }
  assert.equal(strokeWidth(grid(9, 9, () => false)), 0);
});

Deno.test("widthOfParts() measures parts as strokeWidth() does pixels", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.constantFrom(0, 0, 1), { minLength: 12, maxLength: 120 }),
      fc.integer({ min: 0, max: 3 }),
      (width, cells, dropped) => {
        const height = Math.floor(cells.length / width);
        const levels = Uint8Array.from(cells.slice(0, width * height));
        const components = findComponents(levels, width, 0);
        const parts = components.list.filter(({ label }) => label !== dropped);
        const ink = new Float32Array(levels.length);
        for (const [run, label] of components.labels.entries()) {
          if (label === dropped) continue;
          ink.fill(1, ...components.runs.subarray(2 * run, 2 * run + 2));
        }
        assert.equal(
          widthOfParts(components, parts, width),
          strokeWidth({ width, height, ink }),
        );
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});

Deno.test("missingWidth() is half of what is missing to 1.8 pixels", () => {
  // On the fine grid that is 7.2 cells.
  const found = missingWidth(ring(4));
  assert.ok(Math.abs(found - (7.2 - 4) / 2) < 0.3, String(found));
  assert.equal(missingWidth(ring(8)), 0);
  assert.equal(missingWidth(grid(9, 9, () => false)), 0);
});

Deno.test("widen() puts the edge at the reach from the outermost cells' centres", () => {
  for (const reach of [1, 1.5, 2.6]) {
    const bar = grid(40, 40, (x) => x >= 18 && x < 22);
    const row = widen(bar, reach).ink.subarray(20 * 40, 21 * 40);
    const total = row.reduce((sum, share) => sum + share, 0);
    const expected = 4 + 2 * (reach - 0.5);
    assert.ok(Math.abs(total - expected) < 1e-5, `${reach}: ${total}`);
  }
});
