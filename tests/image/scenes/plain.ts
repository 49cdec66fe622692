/**
 * Digits on plain sheets: pens of all widths, touching the border, specks.
 *
 * @module
 */

import { finish, logBetween, placeDigit, type Scene } from "./scene.ts";
import { drawSegment } from "./sheet.ts";

/** A drawing as a page with a canvas sends it. */
export const drawing: Scene = (random, digits) =>
  finish(
    random,
    placeDigit(random, digits, {
      side: Math.round(logBetween(random, 28, 600)),
      size: random.between(0.5, 0.85),
      pen: random.between(0.07, 0.13),
    }),
    { inverted: random.uniform() < 0.5 },
  );

/** Pens of 1 to 12 % of the canvas's side, canvases of 28 to 4,000 pixels. */
export const pens: Scene = (random, digits) => {
  const side = Math.round(logBetween(random, 28, 4000));
  const share = logBetween(random, 0.01, 0.12);
  const size = random.between(Math.max(0.45, 5 * share), 0.85);
  return finish(
    random,
    placeDigit(random, digits, { side, size, pen: share / size }),
    { inverted: random.uniform() < 0.5 },
  );
};

/** Pens of 2 to 4 pixels on canvases of 400 to 1,400. */
export const thinPens: Scene = (random, digits) => {
  const side = Math.round(logBetween(random, 400, 1400));
  const pixels = side * random.between(0.0028, 0.005);
  const size = random.between(0.4, 0.8);
  return finish(
    random,
    placeDigit(random, digits, { side, size, pen: pixels / (size * side) }),
    { inverted: random.uniform() < 0.3 },
  );
};

/** A digit cut out tightly, its ink at all borders. */
export const tight: Scene = (random, digits) => {
  const { sheet, box, ...drawn } = placeDigit(random, digits, {
    side: Math.round(logBetween(random, 16, 300)),
    size: 0.98,
    pen: random.between(0.07, 0.14),
    stray: 0,
  });
  const left = Math.max(0, Math.floor(box.left));
  const right = Math.min(sheet.width, Math.ceil(box.right));
  const width = right - left;
  const cut = (values: Float32Array) => {
    const result = new Float32Array(width * sheet.height);
    for (let y = 0; y < sheet.height; y++) {
      const row = y * sheet.width;
      result.set(values.subarray(row + left, row + right), y * width);
    }
    return result;
  };
  const cropped = {
    width,
    height: sheet.height,
    light: cut(sheet.light),
    ink: cut(sheet.ink),
  };
  return finish(random, { ...drawn, box, sheet: cropped }, {
    blur: random.below(2),
    inverted: random.uniform() < 0.5,
  });
};

/** A digit of which one side lies at the picture's border. */
export const atBorder: Scene = (random, digits) =>
  finish(
    random,
    placeDigit(random, digits, {
      side: Math.round(logBetween(random, 24, 400)),
      size: random.between(0.6, 0.9),
      pen: random.between(0.07, 0.13),
      stray: random.between(1, 1.2),
    }),
    { inverted: random.uniform() < 0.5 },
  );

/** Specks of dust around the digit. */
export const specks: Scene = (random, digits) => {
  const drawn = placeDigit(random, digits, {
    side: Math.round(logBetween(random, 48, 600)),
    size: random.between(0.45, 0.65),
    pen: random.between(0.07, 0.13),
    stray: 0.4,
  });
  const { sheet, side, pen } = drawn;
  const count = 1 + random.below(8);
  for (let i = 0; i < count; i++) {
    const x = side * random.uniform();
    const y = side * random.uniform();
    const size = Math.max(1, pen * random.between(0.3, 0.9));
    drawSegment(sheet, [x, y, x, y], size, random.between(0.5, 1));
  }
  return finish(random, drawn, { inverted: random.uniform() < 0.3 });
};
