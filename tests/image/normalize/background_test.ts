import assert from "node:assert/strict";
import { inkOnPaper } from "../../../src/image/normalize/background.ts";
import { LIGHTS } from "../lights.ts";
import { paintSeven, type Shade } from "../pictures.ts";

Deno.test("inkOnPaper() takes light out and leaves ink's darkening", () => {
  for (const [name, light] of Object.entries(LIGHTS)) {
    const ink: Shade = (x, y) => 0.4 * light(x, y);
    const found = inkOnPaper(paintSeven(160, 40, 30, 100, ink, light)).pixels;
    const at = (x: number, y: number) => found[y * 160 + x]!;
    // The middle of the seven's bar, and paper all around it.
    assert.ok(Math.abs(at(75, 37) - 153) < 14, `${name}: ${at(75, 37)}`);
    for (
      const [x, y] of [[5, 5], [155, 5], [5, 155], [155, 155], [
        60,
        80,
      ]] as const
    ) {
      assert.ok(at(x, y) < 28, `${name} at ${x}, ${y}: ${at(x, y)}`);
    }
  }
});

Deno.test("inkOnPaper() takes the edge of a shadow for no ink", () => {
  for (const side of [60, 140, 256]) {
    for (const dark of [0.3, 0.6, 0.8]) {
      const edge = Math.round(0.45 * side);
      const light: Shade = (x) => x < edge ? 220 : 220 * dark;
      const { pixels } = inkOnPaper(
        paintSeven(side, side / 4, side / 5, 0.6 * side, () => 20, light),
      );
      // Along the picture's lower rim, below the digit.
      const rim = pixels.subarray((side - 4) * side);
      assert.ok(Math.max(...rim) < 13, `${side}, ${dark}: ${Math.max(...rim)}`);
    }
  }
});
