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

Deno.test("inkOnPaper() finds the same on a page of any width, in bytes at any offset", () => {
  for (const width of [61, 62, 63, 64]) {
    for (const offset of [0, 1, 2, 3]) {
      const pixels = new Uint8Array(offset + width * 40).subarray(offset)
        .fill(250);
      const dark = new Set([0, 5, 6, 7, 8, 9, 70, 1003, width * 40 - 1]);
      for (const at of dark) pixels[at] = 125;
      const { pixels: ink } = inkOnPaper({ width, height: 40, pixels });
      ink.forEach((level, at) =>
        assert.equal(level, dark.has(at) ? 127 : 0, `${width}, ${at}`)
      );
    }
  }
});
