import assert from "node:assert/strict";
import { penWidth } from "../../src/number/pieces.ts";
import { partStacked } from "../../src/number/stacked.ts";
import { drawn, piecesIn, sketchPlane } from "./sketch.ts";

/** The pieces of a drawing after stacked ones are cut, each as text. */
function parts(...rows: string[]): string[] {
  const plane = sketchPlane(...rows);
  const pieces = piecesIn(plane);
  return partStacked(pieces, plane, penWidth(pieces))
    .map((piece) => `${piece.left},${piece.top} ${drawn(piece).join("/")}`)
    .sort();
}

/** Two lines; the first digits touch in the fifth row, or are apart. */
function twoLines(contact: string): string[] {
  return [
    ".......###.",
    ".####..#.#.",
    ".#..#..#.#.",
    ".#..#..#.#.",
    ".####..###.",
    `.${contact}......`,
    ".####..###.",
    ".#..#..#.#.",
    ".#..#..#.#.",
    ".#..#..#.#.",
    ".####..###.",
  ];
}

Deno.test("partStacked() cuts a digit from the one below", () => {
  const found = parts(...twoLines(".o.."));
  assert.equal(found.length, 4);
  assert.deepEqual(found.map((text) => text.split(" ")[0]), [
    "1,1",
    found[1]!.split(" ")[0],
    "7,0",
    "7,6",
  ]);
  assert.match(found[1]!, /^1,[56] /);
  // All ink is kept, but for the contact that goes to one of them.
  const ink = found.join("").match(/#/g)!.length;
  const drawing = twoLines("....").join("").match(/#/g)!.length;
  assert.equal(ink, drawing + 1);
});

Deno.test("partStacked() leaves lines that are apart as they are", () => {
  assert.equal(parts(...twoLines("....")).length, 4);
});

Deno.test("partStacked() leaves a digit that is higher than its neighbours", () => {
  const found = parts(
    ".###.......",
    ".#.#.......",
    ".#.#.......",
    ".#.#...###.",
    ".#.#...#.#.",
    ".#.#...#.#.",
    ".#.#...#.#.",
    ".#.#...#.#.",
    ".###...###.",
  );
  assert.equal(found.length, 2);
});

Deno.test("partStacked() leaves a whole digit beside halves of broken ones", () => {
  const found = parts(
    ".####..#####.####",
    ".#..#..#...#.#...",
    ".#..#..#...#.#...",
    ".#..#............",
    ".####............",
    ".#..#............",
    ".#..#..#...#.#...",
    ".#..#..#...#.#...",
    ".####..#####.####",
  );
  assert.equal(found.length, 5);
});

Deno.test("partStacked() leaves pages without ink and with a single piece", () => {
  assert.deepEqual(parts("....", "...."), []);
  assert.equal(parts(".##.", ".##.").length, 1);
});
