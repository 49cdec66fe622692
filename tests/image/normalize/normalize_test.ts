import fc from "fast-check";
import assert from "node:assert/strict";
import type { GreyImage } from "../../../src/image/grey.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { Random } from "../../../src/network/random.ts";
import {
  difference,
  nearest,
  paint,
  paintSeven,
  type Shade,
} from "../pictures.ts";

const black: Shade = () => 0;
const white: Shade = () => 255;

/** What a plain drawing of the seven comes out as. */
const plain = normalize(paintSeven(160, 40, 30, 100, black, white)).pixels;

/** Adds noise of the given deviation. */
function noisy(image: GreyImage, deviation: number, seed = 1): GreyImage {
  const random = new Random(seed);
  const { width, height, pixels } = image;
  return paint(
    width,
    height,
    (x, y) => pixels[y * width + x]! + deviation * random.normal(),
  );
}

Deno.test("normalize() fits the ink into 20x20 with its mass at the centre", () => {
  let [left, right, top, bottom] = [28, 0, 28, 0];
  let [mass, momentX, momentY] = [0, 0, 0];
  plain.forEach((value, i) => {
    const x = i % 28;
    const y = (i - x) / 28;
    mass += value;
    momentX += value * x;
    momentY += value * y;
    if (value < 32) return;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  });
  assert.equal(bottom - top + 1, 20);
  assert.ok(right - left + 1 < 20);
  assert.ok(Math.abs(momentX / mass - 13.5) <= 0.5);
  assert.ok(Math.abs(momentY / mass - 13.5) <= 0.5);
  assert.equal(Math.max(...plain), 255);
});

Deno.test("normalize() sees the same digit however the picture is made", () => {
  const slope: Shade = (x, y) => 120 + 0.6 * x + 0.2 * y;
  const shadow: Shade = (x, y) =>
    165 - 55 * Math.tanh((x + 0.3 * y - 100) / 60);
  const vignette: Shade = (x, y) =>
    220 - 0.008 * ((x - 80) ** 2 + (y - 80) ** 2);
  const pencil = (paper: Shade): Shade => (x, y) => 0.7 * paper(x, y);
  const pictures: Record<string, GreyImage> = {
    "light on dark": paintSeven(160, 40, 30, 100, white, black),
    "in a corner": paintSeven(160, 2, 3, 100, black, white),
    "small": paintSeven(160, 100, 90, 30, black, white),
    "large": paintSeven(160, 10, 4, 152, black, white),
    "cut out": paintSeven(60, 8, 0, 60, black, white),
    "huge": paintSeven(1000, 250, 200, 600, black, white),
    "grey on grey": paintSeven(160, 40, 30, 100, () => 120, () => 160),
    "light grey on grey": paintSeven(160, 40, 30, 100, () => 160, () => 120),
    "on sloped light": paintSeven(160, 40, 30, 100, pencil(slope), slope),
    "with a soft shadow": paintSeven(160, 40, 30, 100, pencil(shadow), shadow),
    "with dark corners": paintSeven(
      160,
      40,
      30,
      100,
      pencil(vignette),
      vignette,
    ),
    "noisy": noisy(paintSeven(160, 40, 30, 100, () => 100, () => 190), 8),
  };
  for (const [name, picture] of Object.entries(pictures)) {
    const found = nearest(normalize(picture).pixels, plain);
    assert.ok(found < 2, `${name}: ${found.toFixed(1)} away`);
  }
});

Deno.test("normalize() widens hairlines to a pen's width", () => {
  const line = (width: number) =>
    normalize(
      paint(200, 200, (x, y) =>
        x >= 100 && x < 100 + width && y >= 20 && y < 180 ? 0 : 255),
    ).pixels;
  const middle = (pixels: Uint8Array) =>
    pixels.subarray(14 * 28, 15 * 28).reduce((sum, value) => sum + value, 0) /
    255;
  assert.ok(middle(line(1)) > 1.4, String(middle(line(1))));
  assert.ok(middle(line(1)) < 2.5);
  assert.ok(Math.abs(middle(line(24)) - 3) < 0.3);
});

Deno.test("normalize() leaves out specks, and edges of something else", () => {
  const seven = paintSeven(160, 40, 30, 100, black, white);
  const at = ({ pixels }: GreyImage, x: number, y: number) =>
    pixels[y * 160 + x]!;
  const pictures = {
    specks: paint(
      160,
      160,
      (x, y) =>
        (x < 3 && y > 150 && y < 154) || (x > 150 && x < 154 && y === 80)
          ? 0
          : at(seven, x, y),
    ),
    edge: paint(160, 160, (x, y) => y > 152 ? 60 : at(seven, x, y)),
  };
  for (const [name, picture] of Object.entries(pictures)) {
    const found = difference(normalize(picture).pixels, plain);
    assert.ok(found < 3, `${name}: ${found.toFixed(1)} away`);
  }
});

Deno.test("normalize() finds no ink in blank pictures", () => {
  const slope: Shade = (x, y) => 100 + 0.5 * x + 0.4 * y;
  const pictures: Record<string, GreyImage> = {
    white: paint(100, 100, white),
    black: paint(100, 100, black),
    pixel: paint(1, 1, black),
    sloped: paint(150, 150, slope),
    noise: noisy(paint(150, 150, () => 180), 12),
    "noise on a slope": noisy(paint(150, 150, slope), 3),
  };
  for (const [name, picture] of Object.entries(pictures)) {
    const { pixels, box } = normalize(picture);
    assert.equal(box, null, name);
    assert.deepEqual(pixels, new Uint8Array(784));
  }
});

Deno.test("normalize() tells where the ink was found", () => {
  const { box } = normalize(paintSeven(1000, 300, 200, 500, black, white));
  assert.ok(box !== null);
  // Half of the picture's size is the finest that is looked at here.
  assert.ok(Math.abs(box.left - 300) <= 4 && Math.abs(box.top - 200) <= 4);
  assert.ok(Math.abs(box.bottom - 700) <= 4);
});

Deno.test("normalize() makes a digit image of anything", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.infiniteStream(fc.nat(255)),
      (width, height, levels) => {
        const pixels = new Uint8Array(width * height);
        for (let i = 0; i < pixels.length; i++) {
          pixels[i] = levels.next().value as number;
        }
        const digit = normalize({ width, height, pixels });
        assert.equal(digit.pixels.length, 784);
        const ink = digit.pixels.some((value) => value > 0);
        assert.equal(ink, digit.box !== null);
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});
