import fc from "fast-check";
import assert from "node:assert/strict";
import { closePicture } from "../../../src/image/normalize/closing.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { nearest, paintSeven } from "../pictures.ts";

/** The same by looking at every pixel of every window. */
function closeSlowly(
  pixels: Uint8Array,
  width: number,
  reachX: number,
  reachY: number,
): Uint8Array {
  const height = pixels.length / width;
  const extreme = (values: Uint8Array, choose: typeof Math.max) =>
    values.map((_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const around: number[] = [];
      for (let v = Math.max(0, y - reachY); v <= y + reachY; v++) {
        for (let u = Math.max(0, x - reachX); u <= x + reachX; u++) {
          if (u < width && v < height) around.push(values[v * width + u]!);
        }
      }
      return choose(...around);
    });
  return extreme(extreme(pixels, Math.max), Math.min);
}

Deno.test("closePicture() is the lowest of the highest values around", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(4),
      fc.nat(4),
      fc.infiniteStream(fc.nat(255)),
      (width, height, reachX, reachY, levels) => {
        const pixels = new Uint8Array(width * height);
        for (let i = 0; i < pixels.length; i++) {
          pixels[i] = levels.next().value as number;
        }
        assert.deepEqual(
          closePicture({ width, height, pixels }, reachX, reachY),
          closeSlowly(pixels, width, reachX, reachY),
        );
      },
    ),
    { seed: 1, numRuns: 100 },
  );
});

Deno.test("normalize() sees past hard shadows and glare", () => {
  const drawn = (light: (x: number, y: number) => number) =>
    normalize(
      paintSeven(
        200,
        60,
        50,
        100,
        (x, y) => 0.35 * Math.min(255, light(x, y)),
        (x, y) => Math.min(255, light(x, y)),
      ),
    ).pixels;
  const plain = drawn(() => 210);
  const lights: Record<string, (x: number, y: number) => number> = {
    "a shadow's edge across": (x) => x < 105 ? 210 : 90,
    "an edge askew": (x, y) => x + 0.4 * y < 130 ? 210 : 100,
    "glare beside": (x, y) =>
      205 + 150 * Math.exp(-((x - 160) ** 2 + (y - 40) ** 2) / 1200),
  };
  for (const [name, light] of Object.entries(lights)) {
    const found = nearest(drawn(light), plain);
    assert.ok(found < 4, `${name}: ${found.toFixed(1)} away`);
  }
});
