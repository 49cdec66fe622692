import assert from "node:assert/strict";
import type { Stroke } from "../../src/image/strokes.ts";
import { loadModels } from "../../src/models.ts";
import { readNumberOfStrokes } from "../../src/number/strokes.ts";

const { recognizer } = await loadModels();

/** Strokes of digits in a box 60 wide and 100 high: lists of x, y, x, y. */
const DIGITS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "1": [[30, 0, 30, 100]],
  "4": [[20, 0, 5, 65, 60, 65], [45, 30, 45, 100]],
  "5": [[15, 5, 12, 45, 40, 40, 58, 65, 40, 95, 5, 95], [15, 5, 55, 3]],
  "7": [[2, 2, 60, 2, 25, 100]],
};

/** The strokes of some digits side by side. */
function write(text: string, pitch: number, top = 0): Stroke[] {
  return [...text].flatMap((digit, i) =>
    DIGITS[digit]!.map((stroke) => ({
      x: stroke.filter((_, k) => k % 2 === 0).map((x) => x + i * pitch),
      y: stroke.filter((_, k) => k % 2 === 1).map((y) => y + top),
    }))
  );
}

function read(strokes: readonly Stroke[]): string[] {
  return readNumberOfStrokes(recognizer, strokes)
    .map((line) => line.map(({ answer }) => answer.digit).join(""));
}

for (const text of ["7", "71", "4571", "1754", "11", "55"]) {
  Deno.test(`readNumberOfStrokes() reads ${text}`, () => {
    assert.deepEqual(read(write(text, 85)), [text]);
  });
}

Deno.test("readNumberOfStrokes() reads digits that touch", () => {
  assert.deepEqual(read(write("475", 62)), ["475"]);
});

Deno.test("readNumberOfStrokes() reads in order of place, not of writing", () => {
  assert.deepEqual(read(write("471", 85).reverse()), ["471"]);
});

Deno.test("readNumberOfStrokes() reads lines from the top down", () => {
  assert.deepEqual(read([...write("47", 85, 150), ...write("15", 85)]), [
    "15",
    "47",
  ]);
});

Deno.test("readNumberOfStrokes() says where each digit stands, in the strokes' units", () => {
  const [line] = readNumberOfStrokes(recognizer, write("47", 85, 20));
  assert.deepEqual(line!.map(({ box }) => box), [
    { left: 5, top: 20, right: 60, bottom: 120 },
    { left: 87, top: 22, right: 145, bottom: 120 },
  ]);
});

Deno.test("readNumberOfStrokes() reads nothing without a point", () => {
  assert.deepEqual(readNumberOfStrokes(recognizer, [{ x: [], y: [] }]), []);
});

Deno.test("readNumberOfStrokes() refuses more strokes than it reads", () => {
  const strokes = Array.from({ length: 300 }, (_, i) => ({
    x: [4 * i, 4 * i],
    y: [0, 100],
  }));
  assert.throws(() => readNumberOfStrokes(recognizer, strokes), {
    name: "RangeError",
    message: "There are 300 strokes; at most 256 can be read as a number",
  });
});

/** Strokes made smaller, on the same base line at 100. */
function small(strokes: Stroke[], scale: number, left: number): Stroke[] {
  return strokes.map(({ x, y }) => ({
    x: [...x].map((value) => left + scale * value),
    y: [...y].map((value) => 100 - scale * (100 - value)),
  }));
}

Deno.test("readNumberOfStrokes() reads small digits beside large ones", () => {
  const strokes = [
    ...write("4", 85),
    ...small(write("7", 85), 0.38, 85),
    ...small(write("5", 85), 1, 135),
  ];
  assert.deepEqual(read(strokes), ["475"]);
});

Deno.test("readNumberOfStrokes() skips points, commas and minuses", () => {
  for (
    const mark of [
      { x: [75, 77], y: [98, 99] },
      { x: [76, 70], y: [85, 112] },
      { x: [68, 92], y: [55, 55] },
    ]
  ) {
    assert.deepEqual(
      read([...write("7", 85), mark, ...small(write("5", 85), 1, 105)]),
      ["75"],
      JSON.stringify(mark),
    );
  }
});

Deno.test("readNumberOfStrokes() leaves out a date's slashes", () => {
  const slash = (left: number) => ({
    x: [left, left + 35],
    y: [105, -5],
  });
  const strokes = [
    ...write("75", 75),
    slash(145),
    ...small(write("4", 75), 1, 190),
    slash(260),
    ...small(write("57", 75), 1, 305),
  ];
  assert.deepEqual(read(strokes), ["75457"]);
});

Deno.test("readNumberOfStrokes() skips a plus", () => {
  const plus = (left: number, size: number, tall = size): Stroke[] => [
    { x: [left, left + size], y: [52, 50] },
    {
      x: [left + size / 2, left + size / 2],
      y: [50 - tall / 2, 50 + tall / 2],
    },
  ];
  const shifted = (text: string, by: number) =>
    write(text, 85).map(({ x, y }) => ({ x: x.map((at) => at + by), y }));
  for (const [size, tall] of [[50, 50], [40, 60], [70, 70]] as const) {
    assert.deepEqual(read([...plus(0, size, tall), ...shifted("47", 100)]), [
      "47",
    ]);
    assert.deepEqual(
      read([...write("7", 85), ...plus(85, size, tall), ...shifted("5", 180)]),
      ["75"],
    );
  }
});
