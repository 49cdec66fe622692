import assert from "node:assert/strict";
import { findComponents } from "../../../src/image/normalize/components.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { selectDigit } from "../../../src/image/normalize/select.ts";
import { isSpot } from "../../../src/image/normalize/spot.ts";
import { inkOfLine } from "../../../src/image/normalize/straightness.ts";
import { paint, type Shade } from "../pictures.ts";
import { drawScenes, NO_DIGIT } from "../scenes/mod.ts";

/** Black where a function says so. */
const black = (isInk: (x: number, y: number) => boolean): Shade => (x, y) =>
  isInk(x, y) ? 0 : 255;

Deno.test("normalize() finds no digit in lines and lights alone", () => {
  const pictures: Record<string, Shade> = {
    "a margin": black((x, y) => x >= 130 && x < 134 && y > 8 && y < 150),
    "a line to write on": black((x, y) => y >= 110 && y < 114 && x > 20),
    "a dash": black((x, y) => y >= 80 && y < 86 && x > 50 && x < 110),
    "a cell's corner": black((x, y) => x < 6 + y / 40 || y >= 154),
    "three edges": black((x, y) => x < 7 || y < 5 || y >= 152),
    "a bar at the side": black((x) => x >= 150),
    "a lamp": (x, y) =>
      160 + 95 * Math.exp(-(((x - 60) / 22) ** 2 + ((y - 50) / 16) ** 2) / 2),
  };
  for (const [name, shade] of Object.entries(pictures)) {
    assert.equal(normalize(paint(160, 160, shade)).box, null, name);
  }
});

Deno.test("normalize() finds no digit in cells and beside lines of any size", () => {
  const answered = ["cell", "lineBeside"].flatMap((kind) =>
    drawScenes(kind, 15, 3, NO_DIGIT).toArray().filter(({ image }) =>
      normalize(image).box !== null
    )
  );
  assert.ok(answered.length <= 2, String(answered.length));
});

Deno.test("normalize() leaves a 1 that could be a line", () => {
  const pictures: Record<string, Shade> = {
    "in the middle": black((x, y) => Math.abs(x - 82) < 2 && y > 8 && y < 150),
    "thick": black((x, y) => Math.abs(x - 130) < 8 && y > 8 && y < 150),
    "short": black((x, y) => Math.abs(x - 130) < 2 && y > 50 && y < 110),
    "bent": black((x, y) =>
      Math.abs(x - 130 - 4 * Math.sin(y / 40)) < 2 && y > 8 && y < 150
    ),
    "at the border": black((x, y) => x >= 148 && y > 20 && y < 130),
  };
  for (const [name, shade] of Object.entries(pictures)) {
    assert.notEqual(normalize(paint(160, 160, shade)).box, null, name);
  }
});

Deno.test("isSpot() tells filled ellipses from digits", () => {
  const away = (x: number, y: number) =>
    Math.hypot((x - 50) / 30, (y - 50) / 20);
  const shapes: Record<string, [boolean, Shade]> = {
    "an ellipse": [true, black((x, y) => away(x, y) < 1)],
    "a ring": [false, black((x, y) => Math.abs(away(x, y) - 0.8) < 0.2)],
    "a bar": [false, black((x, y) => Math.abs(x - 50) < 8 && y > 9 && y < 90)],
    "a filled 8": [
      false,
      black((x, y) =>
        Math.hypot(x - 50, y - 30) < 18 || Math.hypot(x - 50, y - 64) < 21
      ),
    ],
  };
  for (const [name, [expected, shade]] of Object.entries(shapes)) {
    const ink = paint(100, 100, shade).pixels.map((level) => 255 - level);
    const components = findComponents(ink, 100, 128);
    const parts = selectDigit(components, 100, 100);
    assert.equal(isSpot(components, parts, 100), expected, name);
  }
});

Deno.test("inkOfLine() measures between pixels, without what touches", () => {
  const slope = 0.03;
  const { pixels } = paint(100, 60, (x, y) => {
    const isBlot = x > 20 && x < 40 && y > 30;
    const cover = 2 - Math.abs(y + 0.5 - 30 - slope * (x + 0.5));
    return isBlot ? 255 : 255 * Math.max(0, Math.min(1, cover));
  });
  const line = { isLevel: true, start: 0, end: 100, slope, thickness: 3 };
  const picture = { ink: pixels, width: 100, threshold: 128 };
  const found = inkOfLine(picture, { ...line, offset: 30.015 });
  assert.ok(found.deviation < 0.1, String(found.deviation));
  assert.ok(Math.abs(found.thickness - 3) < 0.25, String(found.thickness));
});
