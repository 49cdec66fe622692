import assert from "node:assert/strict";
import type { Box } from "../../src/image/normalize/components.ts";
import { findTextLines } from "../../src/number/text_lines.ts";

/** A box by its place and size. */
function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** The left edges of the boxes of each line. */
function lefts(boxes: readonly Box[]): number[][] {
  return findTextLines(boxes).map(({ pieces }) =>
    pieces.map(({ left }) => left)
  );
}

Deno.test("findTextLines() finds nothing in nothing", () => {
  assert.deepEqual(findTextLines([]), []);
});

Deno.test("findTextLines() puts a line in reading order", () => {
  const boxes = [box(60, 1, 20, 30), box(0, 0, 20, 30), box(30, 3, 20, 28)];
  assert.deepEqual(lefts(boxes), [[0, 30, 60]]);
});

Deno.test("findTextLines() follows a line that falls by more than its height", () => {
  const boxes = [0, 1, 2, 3, 4, 5].map((i) => box(30 * i, 9 * i, 20, 30));
  assert.deepEqual(lefts(boxes), [[0, 30, 60, 90, 120, 150]]);
});

Deno.test("findTextLines() parts lines, the upper first", () => {
  const boxes = [
    box(5, 50, 20, 30),
    box(0, 0, 20, 30),
    box(40, 52, 20, 30),
    box(35, 2, 20, 30),
  ];
  assert.deepEqual(lefts(boxes), [[0, 35], [5, 40]]);
});

Deno.test("findTextLines() gives a small part to the nearest line", () => {
  const boxes = [box(0, 0, 20, 30), box(0, 60, 20, 30), box(4, 33, 12, 5)];
  assert.deepEqual(lefts(boxes), [[0, 4], [0]]);
});

Deno.test("findTextLines() leaves out specks", () => {
  const boxes = [box(0, 0, 20, 30), box(24, 10, 2, 2), box(40, 0, 20, 30)];
  assert.deepEqual(lefts(boxes), [[0, 40]]);
});

Deno.test("findTextLines() takes the middle height for a line's", () => {
  const boxes = [box(0, 0, 9, 30), box(20, 0, 9, 40), box(40, 0, 9, 70)];
  assert.deepEqual(findTextLines(boxes).map(({ height }) => height), [40]);
});

Deno.test("findTextLines() keeps the halves of a broken digit on one line", () => {
  const halves = [box(30, 0, 18, 14), box(31, 16, 18, 15)];
  assert.deepEqual(lefts([box(0, 0, 20, 30), ...halves]), [[0, 30, 31]]);
  const [line] = findTextLines([...halves, box(60, 0, 20, 32)]);
  assert.equal(line!.height, 31);
});

Deno.test("findTextLines() joins halves though no digit is whole, if asked to", () => {
  const halves = [
    box(0, 0, 20, 15),
    box(1, 17, 18, 14),
    box(30, 1, 20, 15),
    box(31, 18, 18, 14),
  ];
  assert.equal(findTextLines(halves).length, 2);
  const [line, ...others] = findTextLines(halves, Infinity);
  assert.equal(line!.height, 31);
  assert.deepEqual(others, []);
});

Deno.test("findTextLines() parts lines that nearly touch", () => {
  const boxes = [box(0, 0, 20, 30), box(0, 32, 20, 30), box(30, 32, 20, 28)];
  assert.deepEqual(lefts(boxes), [[0], [0, 30]]);
});
