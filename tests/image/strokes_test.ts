import fc from "fast-check";
import assert from "node:assert/strict";
import {
  drawStrokes,
  MAX_POINTS,
  type Stroke,
} from "../../src/image/strokes.ts";
import { difference } from "./pictures.ts";

const seven: Stroke[] = [{ x: [0, 60, 25], y: [0, 0, 100] }];

/** The strokes moved and scaled. */
function moved(strokes: Stroke[], scale: number, by: number): Stroke[] {
  return strokes.map(({ x, y }) => ({
    x: x.map((value) => value * scale + by),
    y: y.map((value) => value * scale + by),
  }));
}

Deno.test("drawStrokes() fits the ink into 20 pixels", () => {
  const rows = Array.from(
    { length: 28 },
    (_, y) => Math.max(...drawStrokes(seven).subarray(y * 28, y * 28 + 28)),
  );
  assert.equal(rows.filter((most) => most > 100).length, 20);
  assert.equal(Math.max(...rows), 255);
});

Deno.test("drawStrokes() draws the same wherever and however large", () => {
  const once = drawStrokes(seven);
  for (const [scale, by] of [[1, 500], [0.001, 0], [1000, -9]] as const) {
    assert.ok(difference(drawStrokes(moved(seven, scale, by)), once) < 0.5);
  }
});

Deno.test("drawStrokes() draws a pen two to two and a half pixels wide", () => {
  const pixels = drawStrokes([{ x: [0, 0], y: [0, 10] }]);
  const row = pixels.subarray(14 * 28, 15 * 28);
  const width = row.reduce((sum, value) => sum + value, 0) / 255;
  assert.ok(width > 2 && width < 2.5, String(width));
});

Deno.test("drawStrokes() draws a single point as a dot in the middle", () => {
  const pixels = drawStrokes([{ x: [7], y: [-3] }]);
  const inked = [...pixels.keys()].filter((i) => pixels[i]! > 0);
  assert.ok(inked.length >= 4 && inked.length <= 16, String(inked.length));
  assert.ok(inked.includes(13 * 28 + 13) || inked.includes(14 * 28 + 14));
});

Deno.test("drawStrokes() joins points of a stroke and not strokes", () => {
  const one = drawStrokes([{ x: [0, 0, 50, 50], y: [0, 100, 100, 0] }]);
  const two = drawStrokes([
    { x: [0, 0], y: [0, 100] },
    { x: [50, 50], y: [100, 0] },
  ]);
  const ink = (pixels: Uint8Array) => pixels.reduce((a, b) => a + b, 0);
  assert.ok(ink(one) > 1.15 * ink(two));
});

Deno.test("drawStrokes() refuses what is no drawing", () => {
  const many = Array<number>(MAX_POINTS + 1).fill(0);
  const cases: [Stroke[], ErrorConstructor, RegExp][] = [
    [[], RangeError, /have 0 points; 1 to 4096/],
    [[{ x: [], y: [] }], RangeError, /have 0 points/],
    [[{ x: many, y: many }], RangeError, /have 4097 points/],
    [[{ x: [1], y: [] }], TypeError, /Stroke 0 has 1 x and 0 y/],
    [[{ x: [NaN], y: [1] }], RangeError, /coordinate NaN/],
    [[{ x: [1e7], y: [1] }], RangeError, /coordinate 10000000/],
  ];
  for (const [strokes, type, message] of cases) {
    assert.throws(() => drawStrokes(strokes), (error: Error) => {
      assert.ok(error instanceof type);
      assert.match(error.message, message);
      return true;
    });
  }
});

Deno.test("drawStrokes() draws ink for any points", () => {
  const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const stroke = fc.array(fc.tuple(coordinate, coordinate), {
    minLength: 1,
    maxLength: 20,
  }).map((points) => ({
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
  }));
  fc.assert(
    fc.property(fc.array(stroke, { minLength: 1, maxLength: 4 }), (strokes) => {
      assert.ok(drawStrokes(strokes).some((value) => value > 100));
    }),
    { numRuns: 200, seed: 1 },
  );
});

Deno.test("drawStrokes() leaves out stray taps, and keeps dots nearby", () => {
  const seven = { x: [0, 60, 20], y: [0, 0, 100] };
  const plain = drawStrokes([seven]);
  for (const tap of [{ x: [300], y: [40] }, { x: [-90, -91], y: [200, 201] }]) {
    assert.deepEqual(drawStrokes([tap, seven]), plain);
  }
  assert.notDeepEqual(drawStrokes([seven, { x: [75], y: [50] }]), plain);
  assert.throws(() => drawStrokes([seven, { x: [1e9], y: [0] }]), RangeError);
});
