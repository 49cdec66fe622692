import fc from "fast-check";
import assert from "node:assert/strict";
import { closing } from "../../../src/image/normalize/closing.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { nearest, paintSeven } from "../pictures.ts";
import { closing as closeSlowly } from "../reference/closing.ts";

Deno.test("closing() is the lowest of the highest values around", () => {
  const side = fc.integer({ min: 1, max: 12 });
  const levels = fc.array(fc.nat(255), { minLength: 144, maxLength: 144 });
  fc.assert(
    fc.property(
      side,
      side,
      fc.nat(4),
      fc.nat(4),
      levels,
      (width, height, reachX, reachY, levels) => {
        const list = levels.slice(0, width * height);
        const expected = closeSlowly(list, width, height, reachX, reachY);
        const bytes = closing(Uint8Array.from(list), width, reachX, reachY);
        assert.deepEqual([...bytes], expected);
        // Numbers below 0, and fractions.
        const numbers = Float32Array.from(list, (level) => level / 4 - 30);
        assert.deepEqual(
          [...closing(numbers, width, reachX, reachY)],
          expected.map((level) => level / 4 - 30),
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
