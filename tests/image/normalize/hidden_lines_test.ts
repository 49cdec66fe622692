import assert from "node:assert/strict";
import { hiddenLines } from "../../../src/image/normalize/hidden_lines.ts";
import { findLines } from "../../../src/image/normalize/lines.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { nearest, paint } from "../pictures.ts";

/** A bar that hides most of the middle one of level lines, 40 apart. */
function hidden(isLined: boolean) {
  return paint(200, 200, (x, y) => {
    const isBar = x > 25 && x < 165 && Math.abs(y - 101) < 8;
    const isLeg = Math.abs(x - 150) < 8 && y > 100 && y < 170;
    return isBar || isLeg || (isLined && y % 40 >= 20 && y % 40 < 22) ? 0 : 255;
  });
}

Deno.test("hiddenLines() finds a line of which little shows", () => {
  const { width, pixels } = hidden(true);
  const ink = pixels.map((level) => 255 - level);
  const picture = { ink, width, threshold: 128 };
  const known = findLines(picture).filter(({ start, end, thickness }) =>
    start === 0 && end === width && thickness === 2
  );
  assert.deepEqual(
    known.map(({ offset }) => Math.round(offset)).sort((a, b) => a - b),
    [21, 61, 141, 181],
  );
  const found = hiddenLines(picture, known);
  assert.deepEqual(found.map(({ offset }) => Math.round(offset)), [101]);
  assert.deepEqual(hiddenLines(picture, [...known, ...found]), []);
});

Deno.test("hiddenLines() takes two lines at the borders for a cell's", () => {
  const picture = paint(100, 100, (x, y) => {
    const isEdge = y === 3 || y === 96;
    // A stroke's bar, and what is left of a third side.
    const isBar = y === 40 && ((x >= 30 && x < 70) || x < 4);
    return isEdge || isBar ? 0 : 255;
  });
  const ink = picture.pixels.map((level) => 255 - level);
  const line = { isLevel: true, start: 0, end: 100, slope: 0, thickness: 1 };
  const edges = [{ ...line, offset: 3.5 }, { ...line, offset: 96.5 }];
  const found = (known: typeof edges) =>
    hiddenLines({ ink, width: 100, threshold: 128 }, known).length;
  assert.equal(found(edges), 0);
  // With a line between them, they are ruled paper's.
  assert.equal(found([...edges, { ...line, offset: 68.5 }]), 1);
});

Deno.test("normalize() reads past lines that a stroke hides", () => {
  const found = nearest(
    normalize(hidden(true)).pixels,
    normalize(hidden(false)).pixels,
  );
  assert.ok(found < 4, `${found.toFixed(1)} away`);
});
