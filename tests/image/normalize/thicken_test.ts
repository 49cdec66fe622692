import assert from "node:assert/strict";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { nearest } from "../pictures.ts";
import { templateDigit } from "../scenes/digit_strokes.ts";
import { placeDigit } from "../scenes/scene.ts";
import { photograph } from "../scenes/sheet.ts";
import { Random } from "../../../src/network/random.ts";

/** The same digit on a canvas of any side, with a pen of so many pixels. */
function drawn(seed: number, side: number, pen: number): Uint8Array {
  const random = new Random(seed);
  const placing = { side, size: 0.6, pen: pen / (0.6 * side), stray: 0 };
  const { sheet } = placeDigit(random, templateDigit, placing);
  return normalize(photograph(sheet, random)).pixels;
}

Deno.test("normalize() sees thin pens on large canvases", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const usual = drawn(seed, 280, 18);
    for (const [side, pen] of [[500, 2], [1000, 3], [1200, 4]] as const) {
      const found = nearest(drawn(seed, side, pen), usual);
      assert.ok(found < 12, `${pen} px on ${side}: ${found.toFixed(1)} away`);
    }
  }
});
