import assert from "node:assert/strict";
import type { Box } from "../../src/image/normalize/components.ts";
import { candidatesOf, type LinePiece } from "../../src/number/candidates.ts";

const HEIGHT = 30;

/** A piece as high as its line, cut at some of its columns. */
function piece(left: number, right: number, ...cuts: number[]): LinePiece<Box> {
  const places = [left, ...cuts, right];
  const part = (from: number, to: number) => ({
    left: places[from]!,
    right: places[to]!,
    top: 0,
    bottom: HEIGHT,
  });
  return { whole: part(0, places.length - 1), cuts: cuts.map(() => 2), part };
}

/** Places that candidates are between. */
function placesOf(line: readonly LinePiece<Box>[]): string[] {
  return candidatesOf(line, HEIGHT).list
    .map(({ from, to, isMark }) => `${from}-${to}${isMark ? " mark" : ""}`)
    .sort();
}

Deno.test("candidatesOf() joins what is near, not what is far", () => {
  assert.deepEqual(placesOf([piece(0, 18), piece(22, 40)]), [
    "0-1",
    "0-2",
    "1-2",
  ]);
  assert.deepEqual(placesOf([piece(0, 18), piece(35, 50)]), ["0-1", "1-2"]);
});

Deno.test("candidatesOf() parts a piece at its cuts", () => {
  assert.deepEqual(placesOf([piece(0, 40, 15, 20)]), [
    "0-1",
    "0-2",
    "0-3",
    "1-2",
    "1-3",
    "2-3",
  ]);
});

Deno.test("candidatesOf() joins a part with the next piece", () => {
  const { end, list } = candidatesOf(
    [piece(0, 40, 20), piece(42, 50)],
    HEIGHT,
  );
  assert.equal(end, 3);
  const joined = list.find(({ from, to }) => from === 1 && to === 3);
  assert.deepEqual(
    joined!.parts.map(({ left, right }) => [left, right]),
    [[20, 40], [42, 50]],
  );
});

Deno.test("candidatesOf() leaves out parts that are too wide, but no whole piece", () => {
  assert.deepEqual(placesOf([piece(0, 100, 20, 80)]), ["0-1", "0-3", "2-3"]);
});

Deno.test("candidatesOf() may skip small ink as a mark", () => {
  const point: Box = { left: 22, right: 26, top: 26, bottom: HEIGHT };
  const line = [
    piece(0, 18),
    { whole: point, cuts: [], part: () => point },
    piece(30, 45),
  ];
  assert.ok(placesOf(line).includes("1-2 mark"));
  assert.ok(!placesOf(line).includes("0-1 mark"));
});
