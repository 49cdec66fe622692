import assert from "node:assert/strict";
import {
  exactContrast,
  roughContrast,
} from "../../../src/image/normalize/skewness.ts";
import { Random } from "../../../src/network/random.ts";
import { paint } from "../pictures.ts";

Deno.test("exactContrast() leans to the side of what is rare", () => {
  const dot = (ink: number, paper: number) =>
    paint(64, 64, (x, y) => Math.hypot(x - 32, y - 32) < 5 ? ink : paper);
  assert.ok(exactContrast(dot(0, 255)).skewness < -2);
  assert.ok(exactContrast(dot(255, 0)).skewness > 2);
  assert.deepEqual(exactContrast(dot(9, 9)), { variance: 0, skewness: 0 });
});

Deno.test("roughContrast() is near to exactContrast() at ragged sizes", () => {
  const random = new Random(13);
  for (let i = 0; i < 300; i++) {
    const width = 1 + random.below(256);
    const height = 1 + random.below(256);
    const share = random.uniform() ** 3;
    const paper = 255 * random.uniform();
    const ink = 255 * random.uniform();
    const image = paint(
      width,
      height,
      () => random.uniform() < share ? ink : paper,
    );
    const exact = exactContrast(image);
    const rough = roughContrast(image);
    const at = `${width} x ${height}`;
    assert.ok(Math.abs(exact.variance - rough.variance) < 0.01, at);
    if (exact.variance < 0.1) continue;
    assert.ok(Math.abs(exact.skewness - rough.skewness) < 1e-4, at);
  }
});

Deno.test("roughContrast() refuses what kernels have no room for", () => {
  assert.throws(() => roughContrast(paint(257, 1, () => 0)), RangeError);
});
