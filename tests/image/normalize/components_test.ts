import fc from "fast-check";
import assert from "node:assert/strict";
import { findComponents } from "../../../src/image/normalize/components.ts";
import { floodFill } from "../reference/components.ts";
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

Deno.test("findComponents() finds what a flood fill finds", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(2), { minLength: 9, maxLength: 90 }),
      (width, levels) => {
        const count = levels.length - levels.length % width;
        const ink = Uint8Array.from(levels.slice(0, count));
        const { runs, labels, list } = findComponents(ink, width, 0);
        const found: number[][] = list.map(() => []);
        labels.forEach((label, run) => {
          for (let at = runs[2 * run]!; at < runs[2 * run + 1]!; at++) {
            found[label - 1]!.push(at);
          }
        });
        assert.deepEqual(found, floodFill(ink, width, 0));
        list.forEach(({ area, left, top, right, bottom }, i) => {
          const columns = found[i]!.map((at) => at % width);
          const rows = found[i]!.map((at) => Math.floor(at / width));
          assert.equal(area, found[i]!.length);
          assert.deepEqual([left, top, right, bottom], [
            Math.min(...columns),
            Math.min(...rows),
            Math.max(...columns) + 1,
            Math.max(...rows) + 1,
          ]);
        });
      },
    ),
    { seed: 1, numRuns: 300 },
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
