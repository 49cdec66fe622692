import fc from "fast-check";
import assert from "node:assert/strict";
import { findComponents } from "../../../src/image/normalize/components.ts";
import { boxAround, selectDigit } from "../../../src/image/normalize/select.ts";

/** Ink where a drawing has `#`. */
function drawn(...rows: string[]): [Uint8Array, number] {
  return [
    Uint8Array.from(rows.join(""), (letter) => letter === "#" ? 9 : 0),
    rows[0]!.length,
  ];
}

Deno.test("findComponents() finds parts, their boxes and areas", () => {
  const { runs, labels, list } = findComponents(
    ...drawn(
      "#..##",
      ".#..#",
      ".....",
      "...#.",
    ),
    5,
  );
  assert.deepEqual(list, [
    { label: 1, area: 2, left: 0, top: 0, right: 2, bottom: 2 },
    { label: 2, area: 3, left: 3, top: 0, right: 5, bottom: 2 },
    { label: 3, area: 1, left: 3, top: 3, right: 4, bottom: 4 },
  ]);
  assert.deepEqual([...runs], [0, 1, 3, 5, 6, 7, 9, 10, 18, 19]);
  assert.deepEqual([...labels], [1, 2, 1, 2, 3]);
});

Deno.test("findComponents() labels all ink and nothing else", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.boolean(), { minLength: 9, maxLength: 90 }),
      (width, cells) => {
        const count = cells.length - cells.length % width;
        const ink = Uint8Array.from(cells.slice(0, count), Number);
        const { runs, labels: ofRuns, list } = findComponents(ink, width, 0);
        const labels = new Int32Array(count);
        ofRuns.forEach((label, run) =>
          labels.fill(label, runs[2 * run], runs[2 * run + 1])
        );
        ink.forEach((value, i) => assert.equal(labels[i]! > 0, value > 0));
        const area = list.reduce((sum, part) => sum + part.area, 0);
        assert.equal(area, ink.reduce((sum, value) => sum + value, 0));
        // Neighbours of one row never belong to different parts.
        for (let i = 1; i < count; i++) {
          if (i % width === 0 || !ink[i] || !ink[i - 1]) continue;
          assert.equal(labels[i], labels[i - 1]);
        }
      },
    ),
    { seed: 1 },
  );
});

Deno.test("selectDigit() keeps broken strokes and drops the rest", () => {
  const part = (
    [left, top, right, bottom]: [number, number, number, number],
    area: number,
  ) => ({ label: 1, area, left, top, right, bottom });
  const digit = part([30, 20, 60, 80], 600);
  const bar = part([50, 18, 75, 24], 100);
  const cases: [string, ReturnType<typeof part>[], number][] = [
    ["a broken stroke", [digit, bar], 2],
    ["a speck", [digit, part([70, 70, 72, 72], 4)], 1],
    ["a line at the bottom", [digit, part([0, 92, 100, 100], 800)], 1],
    ["an edge at the left", [part([0, 10, 8, 90], 500), digit], 1],
    ["only an edge", [part([0, 92, 100, 100], 800)], 1],
    ["a digit that touches all sides", [part([0, 0, 100, 100], 900)], 1],
  ];
  for (const [name, parts, kept] of cases) {
    assert.equal(selectDigit(parts, 100, 100).length, kept, name);
  }
  assert.deepEqual(selectDigit([], 10, 10), []);
});

Deno.test("boxAround() is the smallest box around all", () => {
  const boxes = [
    { left: 3, top: 9, right: 5, bottom: 10 },
    { left: 4, top: 1, right: 8, bottom: 2 },
  ];
  assert.deepEqual(boxAround(boxes), { left: 3, top: 1, right: 8, bottom: 10 });
});
