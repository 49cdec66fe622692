import fc from "fast-check";
import assert from "node:assert/strict";
import { findComponents } from "../../../src/image/normalize/components.ts";
import { floodFill } from "../reference/components.ts";
import { paint } from "../pictures.ts";
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
  type Rectangle = [left: number, top: number, right: number, bottom: number];
  const digit: Rectangle = [30, 20, 60, 80];
  const cases: [string, Rectangle[], number][] = [
    ["a broken stroke", [digit, [50, 12, 75, 18]], 2],
    ["a speck", [digit, [70, 70, 73, 73]], 1],
    ["a far speck", [digit, [0, 92, 10, 98]], 1],
    ["a line at the bottom", [digit, [0, 92, 100, 100]], 1],
    ["an edge at the left", [[0, 10, 8, 90], digit], 1],
    ["only an edge", [[0, 92, 100, 100]], 0],
    ["a digit that touches all sides", [[0, 0, 100, 100]], 1],
  ];
  for (const [name, rectangles, kept] of cases) {
    const { pixels } = paint(
      100,
      100,
      (x, y) =>
        rectangles.some(([left, top, right, bottom]) =>
            x >= left && x < right && y >= top && y < bottom
          )
          ? 255
          : 0,
    );
    const components = findComponents(pixels, 100, 128);
    assert.equal(selectDigit(components, 100, 100).length, kept, name);
  }
  const none = findComponents(new Uint8Array(100), 10, 128);
  assert.deepEqual(selectDigit(none, 10, 10), []);
});

Deno.test("selectDigit() drops frames and their corners beside a digit", () => {
  const ring = (x: number, y: number) => Math.min(x, y, 99 - x, 99 - y) === 6;
  const cases: [string, (x: number, y: number) => boolean, number][] = [
    ["a frame", ring, 1],
    ["its corners", (x, y) => ring(x, y) && Math.abs(x - 50) > 20, 1],
    ["a stroke beside", (x, y) => Math.abs(x - 72) < 4 && y > 20 && y < 80, 2],
  ];
  for (const [name, isInk, kept] of cases) {
    const isDigit = (x: number, y: number) =>
      x > 40 && x < 60 && y > 20 && y < 80;
    const { pixels } = paint(
      100,
      100,
      (x, y) => isInk(x, y) || isDigit(x, y) ? 255 : 0,
    );
    const components = findComponents(pixels, 100, 128);
    assert.equal(selectDigit(components, 100, 100).length, kept, name);
  }
  const { pixels } = paint(100, 100, (x, y) => ring(x, y) ? 255 : 0);
  const alone = findComponents(pixels, 100, 128);
  assert.equal(selectDigit(alone, 100, 100).length, 1, "a 0 alone stays");
});

Deno.test("boxAround() is the smallest box around all", () => {
  const boxes = [
    { left: 3, top: 9, right: 5, bottom: 10 },
    { left: 4, top: 1, right: 8, bottom: 2 },
  ];
  assert.deepEqual(boxAround(boxes), { left: 3, top: 1, right: 8, bottom: 10 });
});

Deno.test("findComponents() finds the same at every threshold and in bytes at any offset", () => {
  const levels = [0, 0, 0, 0, 0, 0, 0, 0, 1, 63, 64, 99, 100, 101, 128, 255];
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 23 }),
      fc.constantFrom(0, 1, 62, 63, 64, 99, 100, 127, 254, 255),
      fc.nat(3),
      fc.array(fc.constantFrom(...levels), { minLength: 23, maxLength: 200 }),
      (width, threshold, offset, found) => {
        const count = found.length - found.length % width;
        const ink = new Uint8Array(offset + count).subarray(offset);
        ink.set(found.slice(0, count));
        const { runs } = findComponents(ink, width, threshold);
        const expected: number[] = [];
        ink.forEach((level, i) => {
          const isInk = level > threshold;
          const follows = i % width > 0 && ink[i - 1]! > threshold;
          if (isInk !== follows) expected.push(i);
          if (isInk && i % width === width - 1) expected.push(i + 1);
        });
        assert.deepEqual([...runs], expected);
      },
    ),
  );
});
