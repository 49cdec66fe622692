import assert from "node:assert/strict";
import { localContrast } from "../../../src/image/normalize/contrast.ts";
import { Random } from "../../../src/network/random.ts";
import { paint } from "../pictures.ts";
import { contrasts, momentsOf } from "../reference/moments.ts";

Deno.test("localContrast() leans to the side of what is rare", () => {
  const dot = (ink: number, paper: number) =>
    paint(64, 64, (x, y) => Math.hypot(x - 32, y - 32) < 5 ? ink : paper);
  assert.ok(localContrast(dot(0, 255), 1 / 4).skewness < -2);
  assert.ok(localContrast(dot(255, 0), 1 / 4).skewness > 2);
  assert.deepEqual(localContrast(dot(9, 9), 1 / 4), {
    variance: 0,
    skewness: 0,
  });
});

Deno.test("localContrast() returns the moments of pixels less their windows' means", () => {
  const random = new Random(13);
  const sizes = [[1, 1], [3, 17], [40, 9], [64, 30], [130, 20], [7, 200]];
  for (const [width, height] of sizes as [number, number][]) {
    const image = paint(
      width,
      height,
      (x) => random.uniform() < 0.2 ? 20 : 150 + x / 2,
    );
    const step = Math.max(1, Math.floor(Math.max(width, height) / 64));
    for (const share of [1 / 4, 1 / 12]) {
      // The whole cells that are nearest to a window of so many pixels.
      const reach = (side: number) => {
        const pixels = 2 * Math.max(2, Math.floor(side * share)) + 1;
        return Math.round((pixels / step - 1) / 2);
      };
      const expected = momentsOf(
        contrasts(image, step, reach(width), reach(height)),
      );
      const found = localContrast(image, share);
      const at = `${width} x ${height}, ${share}`;
      assert.ok(Math.abs(found.variance - expected.variance) < 1e-6, at);
      assert.ok(Math.abs(found.skewness - expected.skewness) < 1e-6, at);
    }
  }
});
