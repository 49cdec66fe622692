import assert from "node:assert/strict";
import { thin } from "../../../../train/evaluate/pictures/thin.ts";

/** Ink where the rows have a hash. */
function inked(rows: readonly string[]): Uint8Array {
  return Uint8Array.from(rows.join(""), (sign) => sign === "#" ? 1 : 0);
}

function rowsOf(ink: Uint8Array, width: number): string[] {
  return Array.from(
    { length: ink.length / width },
    (_, y) =>
      Array.from(
        ink.subarray(y * width, (y + 1) * width),
        (value) => value ? "#" : ".",
      ).join(""),
  );
}

Deno.test("thin() leaves a line of one pixel in the middle of a bar", () => {
  const bar = [
    ".......",
    ".#####.",
    ".#####.",
    ".#####.",
    ".......",
  ];
  assert.deepEqual(rowsOf(thin(inked(bar), 7), 7), [
    ".......",
    ".......",
    "..##...",
    ".......",
    ".......",
  ]);
});

Deno.test("thin() keeps a ring closed and a line as it is", () => {
  const ring = [
    "..........",
    ".########.",
    ".########.",
    ".##....##.",
    ".##....##.",
    ".########.",
    ".########.",
    "..........",
  ];
  const thinned = thin(inked(ring), 10);
  // Each pixel of a closed line has two neighbours along it.
  const rows = rowsOf(thinned, 10);
  const total = thinned.reduce((sum, value) => sum + value, 0);
  assert.ok(total < 24, rows.join("\n"));
  thinned.forEach((value, at) => {
    if (value === 0) return;
    const around = [-11, -10, -9, -1, 1, 9, 10, 11]
      .filter((offset) => thinned[at + offset] === 1);
    assert.ok(around.length >= 2, rows.join("\n"));
  });
  assert.deepEqual(thin(thinned, 10), thinned);
});
