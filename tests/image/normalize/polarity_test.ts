import assert from "node:assert/strict";
import {
  darkOnLight,
  isInkLight,
} from "../../../src/image/normalize/polarity.ts";
import { reduce } from "../../../src/image/normalize/reduce.ts";
import { LIGHTS } from "../lights.ts";
import { paint, paintSeven, type Shade } from "../pictures.ts";
import { drawScenes } from "../scenes/mod.ts";

Deno.test("isInkLight() tells polarity under every light", () => {
  for (const [name, light] of Object.entries(LIGHTS)) {
    const ink: Shade = (x, y) => 0.5 * light(x, y);
    for (const size of [30, 100, 150]) {
      const dark = paintSeven(160, 5, 5, size, ink, light);
      assert.equal(isInkLight(dark), false, `${name}, ${size}`);
      const pixels = dark.pixels.map((value) => 255 - value);
      assert.equal(isInkLight({ ...dark, pixels }), true, `${name}, ${size}`);
    }
  }
});

Deno.test("isInkLight() lets the border decide where ink covers half", () => {
  const ring = paint(
    20,
    20,
    (x, y) => Math.hypot(x - 9.5, y - 9.5) < 8 ? 0 : 255,
  );
  assert.equal(isInkLight(ring), false);
  const pixels = ring.pixels.map((value) => 255 - value);
  assert.equal(isInkLight({ ...ring, pixels }), true);
});

Deno.test("isInkLight() sees dark ink where a shadow covers most of the paper", () => {
  const wrong = [...drawScenes("hardShadow", 40)].filter(({ image }) =>
    isInkLight(reduce(image, 256))
  );
  assert.ok(wrong.length <= 1, `${wrong.length} of 40 are wrong`);
});

Deno.test("darkOnLight() inverts light ink and returns dark ink as it is", () => {
  const dark = paintSeven(160, 40, 30, 100, () => 20, () => 220);
  assert.equal(darkOnLight(dark), dark);
  const light = { ...dark, pixels: dark.pixels.map((value) => 255 - value) };
  assert.deepEqual(darkOnLight(light), dark);
});
