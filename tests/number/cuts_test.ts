import assert from "node:assert/strict";
import { cutPiece } from "../../src/number/cuts.ts";
import { drawn, sketch } from "./sketch.ts";

const HEIGHT = 7;
const STROKE = 2;

Deno.test("cutPiece() parts what a thin bridge joins", () => {
  const [piece] = sketch(
    "####....####",
    "####....####",
    "####....####",
    "############",
    "####....####",
    "####....####",
    "####....####",
  );
  const parts = cutPiece(piece!, HEIGHT, STROKE);
  assert.ok(parts.length >= 2);
  assert.equal(parts[0]!.seam, 0);
  assert.ok(parts.slice(1).every(({ seam }) => seam >= 1));
  // Some part ends in the bridge, where one pixel is crossed.
  const seams = parts.slice(1).map(({ piece: { left } }) => left);
  assert.ok(seams.some((column) => column >= 4 && column <= 8), `${seams}`);
  const area = parts.reduce((sum, part) => sum + part.piece.area, 0);
  assert.equal(area, piece!.area);
});

Deno.test("cutPiece() follows a gap that leans", () => {
  const [piece] = sketch(
    "..##########",
    "..###..#####",
    ".####.#####.",
    ".###..#####.",
    "#####.#####.",
    "####.#####..",
    "####.#####..",
  );
  const parts = cutPiece(piece!, HEIGHT, STROKE);
  assert.ok(
    parts.some(({ piece: { area, left }, seam }) =>
      seam === 1 && left >= 4 && area > 0
    ),
  );
});

for (
  const [name, rows] of [
    ["a flat piece", ["############", "############"]],
  ] as const
) {
  Deno.test(`cutPiece() leaves ${name} whole`, () => {
    const [piece] = sketch(...rows);
    assert.deepEqual(cutPiece(piece!, HEIGHT, STROKE), [{ piece, seam: 0 }]);
  });
}

Deno.test("cutPiece() loses no ink and keeps the order", () => {
  const [piece] = sketch(
    "..#########....####..",
    ".##.....###..###..##.",
    ".#.......####......##",
    ".##......###.......##",
    "..###..###.##.....##.",
    "....####....#######..",
    "......#......#####...",
  );
  const parts = cutPiece(piece!, HEIGHT, STROKE).map((part) => part.piece);
  const shape = drawn(piece!).join("");
  assert.equal(
    parts.reduce((sum, { area }) => sum + area, 0),
    [...shape].filter((character) => character === "#").length,
  );
  const middles = parts.map(({ left, right }) => left + right);
  assert.deepEqual(middles, middles.toSorted((a, b) => a - b));
});
