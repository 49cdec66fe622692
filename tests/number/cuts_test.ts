import assert from "node:assert/strict";
import { findCuts, partOf } from "../../src/number/cuts.ts";
import { drawn, piecesIn, sketchPlane } from "./sketch.ts";

const HEIGHT = 7;
const STROKE = 2;

const BRIDGE = sketchPlane(
  "####....####",
  "####....####",
  "####....####",
  "############",
  "####....####",
  "####....####",
  "####....####",
);

Deno.test("findCuts() cuts a thin bridge", () => {
  const [piece] = piecesIn(BRIDGE);
  const columns = findCuts(piece!, BRIDGE, HEIGHT, STROKE)
    .map((cut) => cut.columns[3]!);
  assert.ok(columns.some((column) => column >= 4 && column <= 8), `${columns}`);
});

Deno.test("findCuts() follows a gap that leans", () => {
  const plane = sketchPlane(
    "..##########",
    "..###..#####",
    ".####.#####.",
    ".###..#####.",
    "#####.#####.",
    "####.#####..",
    "####.#####..",
  );
  const [piece] = piecesIn(plane);
  const cuts = findCuts(piece!, plane, HEIGHT, STROKE);
  const best = cuts.reduce((a, b) => b.plausibility > a.plausibility ? b : a);
  assert.deepEqual(drawn(partOf(piece!, undefined, best)!).slice(1), [
    "..###",
    ".####",
    ".###.",
    "#####",
    "####.",
    "####.",
  ]);
});

Deno.test("findCuts() leaves a flat piece whole", () => {
  const plane = sketchPlane("############", "############");
  const [piece] = piecesIn(plane);
  assert.deepEqual(findCuts(piece!, plane, HEIGHT, STROKE), []);
});

Deno.test("findCuts() goes from left to right", () => {
  const [piece] = piecesIn(BRIDGE);
  const before = findCuts(piece!, BRIDGE, HEIGHT, STROKE)
    .map((cut) => cut.before);
  assert.ok(before.length > 1);
  assert.deepEqual(before, before.toSorted((a, b) => a - b));
});

Deno.test("partOf() loses no ink", () => {
  const [piece] = piecesIn(BRIDGE);
  for (const cut of findCuts(piece!, BRIDGE, HEIGHT, STROKE)) {
    const left = partOf(piece!, undefined, cut)!;
    const right = partOf(piece!, cut, undefined)!;
    assert.equal(left.area, cut.before);
    assert.equal(left.area + right.area, piece!.area);
  }
  assert.deepEqual(partOf(piece!, undefined, undefined), piece);
});

Deno.test("partOf() is nothing between cuts that cross", () => {
  const [piece] = piecesIn(BRIDGE);
  const cut = (columns: number[], before: number) => ({
    columns: Int32Array.from(columns),
    before,
    plausibility: 0,
  });
  const falling = cut([1, 1, 1, 2, 3, 3, 3], 14);
  const rising = cut([3, 3, 3, 2, 1, 1, 1], 14);
  assert.equal(partOf(piece!, falling, rising), null);
  assert.equal(partOf(piece!, falling, falling), null);
});
