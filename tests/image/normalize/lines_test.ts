import assert from "node:assert/strict";
import type { GreyImage } from "../../../src/image/grey.ts";
import { findComponents } from "../../../src/image/normalize/components.ts";
import { eraseLine } from "../../../src/image/normalize/erase_line.ts";
import { eraseForeignLines } from "../../../src/image/normalize/foreign_lines.ts";
import { isSpanning } from "../../../src/image/normalize/line.ts";
import { findLines } from "../../../src/image/normalize/lines.ts";
import { mergeLines } from "../../../src/image/normalize/merge_lines.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { nearest, paint, paintSeven } from "../pictures.ts";

const seven = paintSeven(200, 60, 50, 100, () => 0, () => 255);

/** The seven with ink where a function says so. */
function withInk(isInk: (x: number, y: number) => boolean): GreyImage {
  const { width, height, pixels } = seven;
  return paint(
    width,
    height,
    (x, y) => isInk(x, y) ? 40 : pixels[y * width + x]!,
  );
}

/** Ink of a picture of black on white. */
function inkOf({ width, pixels }: GreyImage) {
  return { ink: pixels.map((value) => 255 - value), width, threshold: 128 };
}

Deno.test("findLines() finds slightly turned lines, also behind strokes", () => {
  const picture = paint(120, 100, (x, y) => {
    const isLine = Math.abs(y - 40 - 0.05 * x) < 1.5;
    const isBlot = Math.abs(x - 60) < 15 && Math.abs(y - 45) < 20;
    return isLine || isBlot ? 0 : 255;
  });
  const lines = findLines(inkOf(picture));
  assert.equal(lines.length, 1);
  const [{ isLevel, start, end, slope, thickness }] = lines as [
    typeof lines[number],
  ];
  assert.ok(isLevel);
  assert.deepEqual([start, end], [0, 120]);
  assert.ok(Math.abs(slope - 0.05) < 0.01, String(slope));
  assert.equal(thickness, 3);
});

Deno.test("findLines() finds none in curves", () => {
  const ring = paint(
    100,
    100,
    (x, y) => Math.abs(Math.hypot(x - 50, y - 50) - 25) < 3 ? 0 : 255,
  );
  assert.deepEqual(findLines(inkOf(ring)), []);
});

Deno.test("mergeLines() joins pieces of one line alone", () => {
  const line = { isLevel: true, offset: 10, slope: 0, thickness: 2 };
  const pieces = [
    { ...line, start: 60, end: 100 },
    { ...line, start: 0, end: 40 },
    { ...line, start: 60, end: 100, offset: 30 },
  ];
  const merged = mergeLines(pieces);
  assert.deepEqual(merged.map(({ start, end }) => [start, end]), [
    [0, 100],
    [60, 100],
  ]);
});

Deno.test("eraseLine() leaves strokes that cross whole", () => {
  const isStroke = (x: number, y: number) => Math.abs(x - 20 - y) < 6;
  const crossed = paint(
    100,
    60,
    (x, y) => y === 30 || y === 31 || isStroke(x, y) ? 0 : 255,
  );
  const picture = inkOf(crossed);
  const line = {
    isLevel: true,
    start: 0,
    end: 100,
    offset: 31,
    slope: 0,
    thickness: 2,
  };
  eraseLine(picture, line);
  const plain = inkOf(paint(100, 60, (x, y) => isStroke(x, y) ? 0 : 255)).ink;
  const changed = plain.filter((value, i) => value !== picture.ink[i]).length;
  assert.ok(changed <= 8, `${changed} pixels differ`);
});

Deno.test("normalize() reads past lines that are no strokes", () => {
  const plain = normalize(seven).pixels;
  const isFrame = (inset: number, pen: number) => (x: number, y: number) => {
    const away = Math.min(x, y, 199 - x, 199 - y);
    return away >= inset && away < inset + pen;
  };
  const kinds: Record<string, (x: number, y: number) => boolean> = {
    "a frame": isFrame(8, 3),
    "a canvas's border": isFrame(0, 2),
    "ruled paper": (_, y) => y % 30 < 2,
    "squared paper": (x, y) => x % 40 < 2 || y % 40 < 2,
    "an underline": (x, y) => y >= 170 && y < 175 && x > 30 && x < 180,
    "a line beside": (x, y) => x >= 180 && x < 185 && y > 20 && y < 180,
    "a corner of a cell": (x, y) => x < 6 || y < 5 + x / 50,
    "a scanner's edge": (x, y) => x < 15 || y < 9,
    "a neighbour": (x, y) => Math.hypot(x - 206, y - 100) < 30,
  };
  for (const [name, isInk] of Object.entries(kinds)) {
    const found = nearest(normalize(withInk(isInk)).pixels, plain);
    assert.ok(found < 4, `${name}: ${found.toFixed(1)} away`);
  }
});

Deno.test("normalize() reads past a line beside that has a gap", () => {
  const broken = withInk((x, y) =>
    Math.abs(x - 45) < 2 && y > 30 && y < 170 && Math.abs(y - 90) > 2
  );
  const found = nearest(normalize(broken).pixels, normalize(seven).pixels);
  assert.ok(found < 4, `${found.toFixed(1)} away`);
});

Deno.test("isSpanning() allows for a line across at the border", () => {
  const line = { isLevel: true, offset: 30, slope: 0, thickness: 1 };
  const reaches = (start: number, end: number) =>
    isSpanning({ ...line, start, end }, 60, 60);
  assert.ok(reaches(2, 60));
  assert.ok(reaches(0, 58));
  assert.ok(!reaches(3, 60));
  assert.ok(!reaches(0, 57));
});

Deno.test("eraseForeignLines() leaves a tightly cut digit's own strokes", () => {
  const cut: Record<string, GreyImage> = {
    "a seven": paint(
      60,
      80,
      (x, y) => y < 9 || Math.abs(x - 52 + 0.5 * y) < 5 ? 0 : 255,
    ),
    "a four": paint(
      60,
      80,
      (x, y) =>
        Math.abs(y - 55) < 4 || Math.abs(x - 42) < 4 ||
          (y < 55 && Math.abs(x - 36 + 0.6 * y) < 4)
          ? 0
          : 255,
    ),
    "a one": paint(40, 80, (x) => Math.abs(x - 20) < 4 ? 0 : 255),
    "a two's base": paint(
      60,
      80,
      (x, y) =>
        y >= 72 || Math.abs(Math.hypot(x - 30, y - 22) - 20) < 4 ? 0 : 255,
    ),
  };
  for (const [name, image] of Object.entries(cut)) {
    const picture = inkOf(image);
    const { ink, width, threshold } = picture;
    const parts = findComponents(ink, width, threshold);
    assert.equal(eraseForeignLines(picture, parts), ink, name);
  }
});
