import assert from "node:assert/strict";
import { inkOnPaper } from "../../../src/image/normalize/background.ts";
import { layOnPaper } from "../../../src/image/grey.ts";
import { isInkLight } from "../../../src/image/normalize/polarity.ts";
import { paint, paintSeven, type Shade } from "../pictures.ts";

const lights: Record<string, Shade> = {
  even: () => 200,
  sloped: (x, y) => 120 + 0.5 * x + 0.3 * y,
  curved: (x, y) => 210 - 0.006 * ((x - 90) ** 2 + (y - 60) ** 2),
  shadowed: (x, y) => 160 - 50 * Math.tanh((x + 0.3 * y - 100) / 60),
};

Deno.test("inkOnPaper() takes light out and leaves ink's darkening", () => {
  for (const [name, light] of Object.entries(lights)) {
    const ink: Shade = (x, y) => 0.4 * light(x, y);
    const found = inkOnPaper(paintSeven(160, 40, 30, 100, ink, light));
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

Deno.test("isInkLight() tells polarity under every light", () => {
  for (const [name, light] of Object.entries(lights)) {
    const ink: Shade = (x, y) => 0.5 * light(x, y);
    for (const size of [30, 100, 150]) {
      const dark = paintSeven(160, 5, 5, size, ink, light);
      assert.equal(isInkLight(dark), false, `${name}, ${size}`);
      const pixels = dark.pixels.map((value) => 255 - value);
      assert.equal(isInkLight({ ...dark, pixels }), true, `${name}, ${size}`);
    }
  }
});

Deno.test("isInkLight() asks the border where ink covers half", () => {
  const ring = paint(
    20,
    20,
    (x, y) => Math.hypot(x - 9.5, y - 9.5) < 8 ? 0 : 255,
  );
  assert.equal(isInkLight(ring), false);
  const pixels = ring.pixels.map((value) => 255 - value);
  assert.equal(isInkLight({ ...ring, pixels }), true);
});

Deno.test("layOnPaper() lays ink on white, and light ink on black", () => {
  const cases: [number[], number[], number[]][] = [
    [[0, 100, 255], [255, 255, 255], [0, 100, 255]],
    [[0, 0, 0], [255, 51, 0], [0, 204, 255]],
    [[255, 255, 255], [255, 51, 0], [255, 51, 0]],
  ];
  for (const [levels, alpha, expected] of cases) {
    const pixels = Uint8Array.from(levels);
    layOnPaper(pixels, Uint8Array.from(alpha));
    assert.deepEqual([...pixels], expected);
  }
});
