import assert from "node:assert/strict";
import fc from "fast-check";
import {
  Drawing,
  PAD_UNITS,
  type Stroke,
  thin,
} from "../../../src/page/draw/drawing.ts";

/** A drawing with one straight stroke per left edge. */
function drawingOf(...lefts: number[]): Drawing {
  const drawing = new Drawing();
  lefts.forEach((x, index) => {
    drawing.begin({ x, y: 0, t: index * 100 });
    drawing.extend({ x, y: 500, t: index * 100 + 50 });
    drawing.end();
  });
  return drawing;
}

const lefts = (drawing: Drawing) => drawing.strokes.map(({ x }) => x[0]);

Deno.test("Drawing.begin() rounds, clamps to the square and counts time from the first point", () => {
  const drawing = new Drawing();
  drawing.begin({ x: -3, y: 12.6, t: 1000.4 });
  drawing.extend({ x: 2000, y: 12.6, t: 1017.1 });
  assert.deepEqual(drawing.strokes, [{
    x: [0, PAD_UNITS],
    y: [13, 13],
    t: [0, 17],
  }]);
});

Deno.test("Drawing.extend() skips negligible steps", () => {
  const drawing = new Drawing();
  drawing.begin({ x: 100, y: 100, t: 0 });
  assert.equal(drawing.extend({ x: 102, y: 102, t: 1 }), false);
  assert.equal(drawing.extend({ x: 104, y: 104, t: 2 }), true);
  assert.deepEqual(drawing.strokes, [{
    x: [100, 104],
    y: [100, 104],
    t: [0, 2],
  }]);
});

Deno.test("Drawing.extend() does nothing with the pen up", () => {
  const drawing = new Drawing();
  assert.equal(drawing.extend({ x: 1, y: 1, t: 0 }), false);
  drawing.begin({ x: 1, y: 1, t: 0 });
  drawing.end();
  assert.equal(drawing.extend({ x: 500, y: 1, t: 0 }), false);
  assert.equal(drawing.strokes[0]?.x.length, 1);
});

Deno.test("Drawing.undo() reverts strokes and clears, one at a time", () => {
  const drawing = drawingOf(1, 2);
  drawing.clear();
  assert.equal(drawing.isEmpty, true);
  drawing.clear(); // Of nothing: nothing to take back.
  drawing.undo();
  assert.deepEqual(lefts(drawing), [1, 2]);
  drawing.undo();
  assert.deepEqual(lefts(drawing), [1]);
  assert.equal(drawing.canUndo, true);
  drawing.undo();
  assert.equal(drawing.canUndo, false);
  drawing.undo();
  assert.deepEqual(drawing.strokes, []);
});

Deno.test("Drawing.undo() ends the current stroke", () => {
  const drawing = drawingOf(1);
  drawing.begin({ x: 9, y: 9, t: 0 });
  assert.equal(drawing.isOpen, true);
  drawing.undo();
  assert.equal(drawing.isOpen, false);
  assert.deepEqual(lefts(drawing), [1]);
});

Deno.test("Drawing restarts its clock after a clear", () => {
  const drawing = drawingOf(1, 2);
  drawing.clear();
  drawing.begin({ x: 1, y: 1, t: 99_000 });
  assert.deepEqual(drawing.strokes[0]?.t, [0]);
});

Deno.test("thin() stays within its limit and keeps both ends of every stroke", () => {
  const stroke = fc.integer({ min: 1, max: 60 }).map((length): Stroke => {
    const numbers = Array.from({ length }, (_, index) => index);
    return { x: numbers, y: numbers, t: numbers };
  });
  fc.assert(
    fc.property(
      fc.array(stroke, { maxLength: 12 }),
      fc.integer({ min: 2, max: 80 }),
      (strokes, most) => {
        const thinned = thin(strokes, most);
        const points = thinned.reduce((sum, { x }) => sum + x.length, 0);
        assert.ok(points <= most, `${points} of ${most}`);
        const kept = strokes.slice(strokes.length - thinned.length);
        thinned.forEach(({ x, y, t }, index) => {
          assert.deepEqual([x[0], x.at(-1)], [
            kept[index]?.x[0],
            kept[index]?.x.at(-1),
          ]);
          assert.deepEqual([y, t], [x, x]);
        });
      },
    ),
  );
});

Deno.test("thin() returns short drawings unchanged", () => {
  const { strokes } = drawingOf(1, 2);
  assert.deepEqual(thin(strokes, 4), strokes);
});
