import assert from "node:assert/strict";
import { fitInk } from "../../../src/image/normalize/fit.ts";
import { strokeWidth } from "../../../src/image/normalize/stroke_width.ts";

/** Full ink where the function says so, on a square. */
function digit(side: number, isInk: (x: number, y: number) => boolean) {
  return {
    ink: Uint8Array.from(
      { length: side * side },
      (_, i) => isInk(i % side, Math.floor(i / side)) ? 255 : 0,
    ),
    width: side,
    shares: Float32Array.from({ length: 256 }, (_, level) => level / 255),
  };
}

Deno.test("fitInk() fits the longer side to 80 cells and keeps the shape", () => {
  const bar = digit(60, (x, y) => x >= 20 && x < 30 && y >= 5 && y < 45);
  const box = { left: 20, top: 5, right: 30, bottom: 45 };
  const { width, height, ink } = fitInk(bar, box);
  assert.deepEqual([width, height], [20, 80]);
  assert.ok(ink.every((share) => share === 1));
});

Deno.test("fitInk() widens thin strokes within the same 80 cells", () => {
  const ring = (pen: number) =>
    digit(
      100,
      (x, y) => Math.abs(Math.hypot(x - 49.5, y - 49.5) - 34) < pen / 2,
    );
  const box = { left: 10, top: 10, right: 90, bottom: 90 };
  const thin = fitInk(ring(2), box);
  assert.deepEqual([thin.width, thin.height], [80, 80]);
  // From 2 cells to about 6: distances are from the cells' centres.
  assert.ok(strokeWidth(thin) > 5.5, String(strokeWidth(thin)));
  const wide = fitInk(ring(12), box);
  assert.ok(Math.abs(strokeWidth(wide) - 12) < 1, String(strokeWidth(wide)));
});

Deno.test("fitInk() doubles the slope of soft edges", () => {
  const soft = {
    ink: Uint8Array.from({ length: 80 * 80 }, (_, i) => i % 80 < 40 ? 160 : 90),
    width: 80,
    shares: Float32Array.from({ length: 256 }, (_, level) => level / 200),
  };
  const { ink } = fitInk(soft, { left: 0, top: 0, right: 80, bottom: 80 });
  // Shares of 0.8 and 0.45.
  assert.equal(ink[0], 1);
  assert.ok(Math.abs(ink[79]! - 0.4) < 1e-5, String(ink[79]));
});
