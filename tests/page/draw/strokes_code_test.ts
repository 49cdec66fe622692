import fc from "fast-check";
import assert from "node:assert/strict";
import type { Stroke } from "../../../src/page/draw/drawing.ts";
import {
  decodeStrokes,
  encodeStrokes,
} from "../../../src/page/draw/strokes_code.ts";

const COORDINATE = fc.integer({ min: 0, max: 1000 });
const POINT = fc.tuple(
  COORDINATE,
  COORDINATE,
  fc.integer({ max: 255, min: 0 }),
);

const STROKES = fc.array(
  fc.tuple(fc.boolean(), fc.array(POINT, { minLength: 1, maxLength: 40 })),
  { maxLength: 9 },
).map((list): Stroke[] => {
  let time = 0;
  return list.map(([isPen, points]) => ({
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    t: points.map(() => 10 * time++),
    ...(isPen ? { pressure: points.map(([, , p]) => p / 255) } : {}),
  }));
});

Deno.test("decodeStrokes() reads encodeStrokes() output", () => {
  fc.assert(fc.property(STROKES, (strokes) => {
    const code = encodeStrokes(strokes);
    assert.match(code, /^[\w-]*$/);
    assert.deepEqual(decodeStrokes(code), strokes);
  }));
});

Deno.test("encodeStrokes() takes about two bytes a point where steps are short", () => {
  const x = Array.from({ length: 60 }, (_, i) => 500 + i * 5);
  const code = encodeStrokes([{ x, y: x, t: x }]);
  assert.ok(code.length < 60 * 2 * 4 / 3 + 8, `${code.length} letters`);
});

Deno.test("decodeStrokes() refuses damaged codes, and never hangs", () => {
  assert.throws(() => decodeStrokes("*"), SyntaxError);
  for (const code of ["Bg", "BOgHyA", "____", "AA", "BP__fw"]) {
    assert.throws(() => decodeStrokes(code), RangeError, code);
  }
  fc.assert(fc.property(fc.base64String({ maxLength: 400 }), (code) => {
    try {
      const strokes = decodeStrokes(code);
      assert.deepEqual(decodeStrokes(encodeStrokes(strokes)), strokes);
    } catch (error) {
      assert.ok(error instanceof RangeError || error instanceof SyntaxError);
    }
  }));
});
