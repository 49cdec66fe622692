import fc from "fast-check";
import assert from "node:assert/strict";
import {
  lightestOfCells,
  paperUnder,
} from "../../../src/image/normalize/paper.ts";
import { Random } from "../../../src/network/random.ts";
import { paint } from "../pictures.ts";
import { closing } from "../reference/closing.ts";

Deno.test("lightestOfCells() returns the lightest two by two pixels of each cell", () => {
  const random = new Random(5);
  for (const [width, height] of [[33, 33], [64, 40], [70, 3], [256, 101]]) {
    const image = paint(width!, height!, () => 255 * random.uniform());
    const { columns, rows, cell, light } = lightestOfCells(image);
    assert.equal(cell, Math.ceil(Math.max(width!, height!) / 32));
    const expected = new Float32Array(columns * rows);
    // Squares begin at even rows, and at the first column of each cell.
    const at = (x: number, y: number) =>
      image
        .pixels[Math.min(height! - 1, y) * width! + Math.min(width! - 1, x)]!;
    for (let y = 0; y < height!; y += 2) {
      let x = 0;
      for (let column = 0; column < columns; column++) {
        for (; x < Math.min(width!, (column + 1) * cell); x += 2) {
          const mean =
            (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4;
          const to = Math.floor(y / cell) * columns + column;
          expected[to] = Math.max(expected[to]!, mean);
        }
      }
    }
    assert.deepEqual(light, expected, `${width} x ${height}`);
  }
});

Deno.test("lightestOfCells() returns small pictures as they are", () => {
  const image = paint(32, 5, (x, y) => x + y);
  const { columns, rows, cell, light } = lightestOfCells(image);
  assert.deepEqual([columns, rows, cell], [32, 5, 1]);
  assert.deepEqual([...light], [...image.pixels]);
});

Deno.test("paperUnder() covers ink and keeps even paper", () => {
  const [columns, rows] = [20, 12];
  const inked = Float32Array.from(
    { length: columns * rows },
    (_, i) => i % columns > 8 && i % columns < 11 ? 30 : 200,
  );
  const { light } = paperUnder({ columns, rows, cell: 4, light: inked });
  assert.deepEqual([...new Set(light)], [200]);
});

Deno.test("paperUnder() takes out a slope before it closes", () => {
  const [columns, rows] = [24, 24];
  const slope = (i: number) => 100 + 3 * (i % columns) + i / columns;
  const inked = Float32Array.from(
    { length: columns * rows },
    (_, i) => i % columns > 10 && i % columns < 13 ? 20 : slope(i),
  );
  const { light } = paperUnder({ columns, rows, cell: 4, light: inked });
  light.forEach((found, i) => {
    assert.ok(Math.abs(found - slope(i)) < 6, `${i}: ${found}, ${slope(i)}`);
  });
});

Deno.test("paperUnder() is a closing at first, and never below the paper", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.nat(255), { minLength: 64, maxLength: 64 }),
      (columns, rows, levels) => {
        const list = levels.slice(0, columns * rows);
        const light = Float32Array.from(list);
        const expected = closing(
          list,
          columns,
          rows,
          Math.ceil(columns / 6),
          Math.ceil(rows / 6),
        );
        const found = paperUnder({ columns, rows, cell: 4, light }).light;
        // Where the closing is even there is no slope to take out.
        if (new Set(expected).size === 1) {
          assert.deepEqual([...found], expected);
        }
        found.forEach((value, i) => assert.ok(value >= list[i]! - 1e-3));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
