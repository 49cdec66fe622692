import assert from "node:assert/strict";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { nearest, paint, paintSeven, type Shade } from "../pictures.ts";

const white: Shade = () => 255;

/** A seven whose lower part has another shade. */
const drawn = (lower: number) =>
  normalize(
    paintSeven(160, 40, 30, 100, (_, y) => y > 80 ? lower : 20, white),
  ).pixels;

Deno.test("normalize() reads on where another pen goes on", () => {
  const plain = drawn(20);
  for (const lower of [60, 120, 150, 180]) {
    const found = nearest(drawn(lower), plain);
    assert.ok(found < 4, `${lower}: ${found.toFixed(1)} away`);
  }
});

Deno.test("normalize() leaves out paler ink that is not the digit's", () => {
  const seven = paintSeven(160, 40, 30, 100, () => 20, white);
  const plain = normalize(seven).pixels;
  const ink: Record<string, (x: number, y: number) => boolean> = {
    "a line of the paper": (_, y) => y >= 120 && y < 124,
    "a smudge beside": (x, y) => Math.hypot(x - 30, y - 110) < 14,
    "a frame that touches": (x, y) => {
      const away = Math.max(Math.abs(x - 80) - 60, Math.abs(y - 76) - 58);
      return away <= 0 && away > -6;
    },
    "a wide smudge": (x, y) => Math.hypot(x - 60, y - 100) < 28,
  };
  for (const [name, isInk] of Object.entries(ink)) {
    const picture = paint(
      160,
      160,
      (x, y) => Math.min(seven.pixels[y * 160 + x]!, isInk(x, y) ? 175 : 255),
    );
    const found = nearest(normalize(picture).pixels, plain);
    assert.ok(found < 4, `${name}: ${found.toFixed(1)} away`);
  }
});
