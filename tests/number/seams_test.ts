import assert from "node:assert/strict";
import { findSeams } from "../../src/number/seams.ts";
import { piecesIn, sketchPlane } from "./sketch.ts";

/** The seams of the only piece of a drawing. */
function seamsOf(...rows: string[]) {
  const plane = sketchPlane(...rows);
  const [piece] = piecesIn(plane);
  return findSeams(piece!, plane);
}

Deno.test("findSeams() begins with the one that crosses least ink", () => {
  const [seam] = seamsOf(
    "###..###",
    "###..###",
    "########",
    "###..###",
    "###..###",
  );
  assert.deepEqual([seam!.ink, seam!.longest, seam!.aside], [1, 1, 0]);
  assert.ok(Math.abs(seam!.cost - 1) < 1e-6);
  assert.ok(seam!.before === 15 || seam!.before === 16);
});

Deno.test("findSeams() goes around ink where it can", () => {
  const [seam] = seamsOf(
    "####.###",
    "###.####",
    "##.#####",
    "##.#####",
    "########",
  );
  assert.equal(seam!.ink, 1);
  assert.deepEqual([...seam!.columns].slice(0, 4), [4, 3, 2, 2]);
});

Deno.test("findSeams() prefers pale ink", () => {
  const [seam] = seamsOf(
    "###.....####",
    "######oo####",
    "######oo####",
    "###.....####",
  );
  assert.ok([6, 7].includes(seam!.columns[1]!), String(seam!.columns));
  assert.ok(seam!.cost < 1, String(seam!.cost));
});

Deno.test("findSeams() leaves ink on both sides, and parts it differently each time", () => {
  const seams = seamsOf(
    "..#########....####..",
    ".##.....###..###..##.",
    ".#.......####......##",
    ".##......###.......##",
    "..###..###.##.....##.",
    "....####....#######..",
    "......#......#####...",
  );
  assert.ok(seams.length > 2);
  const area = 69;
  for (const { before } of seams) {
    assert.ok(before > 0.05 * area && before < 0.95 * area, String(before));
  }
  assert.equal(
    new Set(seams.map(({ columns }) => columns.join())).size,
    seams.length,
  );
});

Deno.test("findSeams() names columns of the picture", () => {
  const seams = seamsOf("......", "..##..", "..##..");
  assert.deepEqual(seams.map(({ columns, before }) => [[...columns], before]), [
    [[3, 3], 2],
  ]);
});
