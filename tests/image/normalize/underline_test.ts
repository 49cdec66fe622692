import assert from "node:assert/strict";
import { findComponents } from "../../../src/image/normalize/components.ts";
import { eraseForeignLines } from "../../../src/image/normalize/foreign_lines.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { hasWideFoot } from "../../../src/image/normalize/underline.ts";
import { nearest, paint, paintSeven } from "../pictures.ts";

/** A seven of 40 pixels at (20, 20), and ink where a function says so. */
function sevenAnd(isInk: (x: number, y: number) => boolean) {
  const { pixels } = paintSeven(80, 20, 20, 40, () => 0, () => 255);
  const picture = paint(
    80,
    80,
    (x, y) => isInk(x, y) ? 0 : pixels[y * 80 + x]!,
  );
  const ink = picture.pixels.map((level) => 255 - level);
  return { ink, width: 80, threshold: 128 };
}

function erased(isInk: (x: number, y: number) => boolean) {
  const picture = sevenAnd(isInk);
  const components = findComponents(picture.ink, 80, 128);
  return eraseForeignLines(picture, components);
}

Deno.test("eraseForeignLines() erases an underline that touches", () => {
  for (const from of [58, 60, 62]) {
    const ink = erased((x, y) => y >= from && y < from + 3 && x > 8 && x < 72);
    for (const x of [12, 16, 64, 68]) {
      assert.equal(ink[(from + 1) * 80 + x], 0, `${from}, ${x}`);
    }
    assert.ok(ink[24 * 80 + 30]! > 128, "the seven's bar stays");
  }
});

Deno.test("normalize() reads past blurred lines under small digits", () => {
  for (const slope of [-0.04, -0.03, 0.03, 0.04]) {
    const small = paintSeven(30, 9, 5, 16, () => 0, () => 255);
    const lined = paint(30, 30, (x, y) => {
      const away = Math.abs(y - 21.5 - slope * (x - 15));
      const cover = x < 3 || x > 26 ? 0 : Math.max(0, 1 - away / 2);
      return Math.min(small.pixels[y * 30 + x]!, 255 - 200 * cover);
    });
    const found = nearest(normalize(lined).pixels, normalize(small).pixels);
    assert.ok(found < 9, `${slope}: ${found.toFixed(1)} away`);
  }
});

Deno.test("eraseForeignLines() leaves a blurred foot in MNIST's size", () => {
  for (const slope of [-0.04, -0.03, 0.03, 0.04]) {
    const ink = new Uint8Array(28 * 28);
    for (let y = 4; y < 24; y++) {
      for (let x = 3; x < 25; x++) {
        const stem = Math.abs(x - 17 + (y - 8) * 0.5);
        const foot = Math.abs(y - 19.5 - slope * (x - 14));
        const away = Math.min(y > 7 && y < 20 ? stem : 9, foot);
        ink[y * 28 + x] = 255 * Math.max(0, Math.min(1, 2 - away));
      }
    }
    const two = { ink, width: 28, threshold: 128 };
    const left = eraseForeignLines(two, findComponents(ink, 28, 128));
    assert.deepEqual(left, ink, `slope ${slope}`);
  }
});

Deno.test("eraseForeignLines() leaves feet that a digit can have", () => {
  const feet: Record<string, (x: number, y: number) => boolean> = {
    "to one side": (x, y) => y >= 58 && y < 62 && x > 28 && x < 74,
    "short": (x, y) => y >= 58 && y < 62 && x > 18 && x < 54,
    "wavy": (x, y) =>
      Math.abs(y - 60 - 1.5 * Math.sin(x / 8)) < 2 && x > 8 && x < 72,
  };
  for (const [name, isInk] of Object.entries(feet)) {
    const { ink } = sevenAnd(isInk);
    const left = erased(isInk);
    const lost = ink.filter((level, i) => level > 128 && left[i]! <= 128);
    assert.ok(lost.length < 12, `${name}: ${lost.length} pixels are gone`);
  }
});

Deno.test("hasWideFoot() sees feet as wide as the whole", () => {
  const parts = (isInk: (x: number, y: number) => boolean) => {
    const { ink } = sevenAnd(isInk);
    return findComponents(ink, 80, 128);
  };
  assert.ok(hasWideFoot(parts((x, y) => y === 59 && x > 8 && x < 72), 80));
  assert.ok(!hasWideFoot(parts(() => false), 80));
});
