/**
 * Digits with lines: ruled and squared paper, frames, cells, underlines.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import {
  anyCamera,
  type DrawnSheet,
  finish,
  logBetween,
  placeDigit,
  type Scene,
} from "./scene.ts";
import { rule } from "./rule.ts";
import { drawSegment, type Sheet } from "./sheet.ts";
import { drawDigit } from "./digit_strokes.ts";

/** A usual digit on a sheet of 24 to 1,000 pixels. */
function usual(random: Random, digits: Parameters<Scene>[1], size = 0.55) {
  const side = Math.round(logBetween(random, 24, 1000));
  return placeDigit(random, digits, {
    side,
    size: size * random.between(0.85, 1.15),
    pen: random.between(0.06, 0.13),
    stray: 0.4,
  });
}

/** Pen of ruled lines: thinner than the digit's. */
function rulingPen(random: Random, { pen, side }: DrawnSheet): number {
  const pixels = Math.max(1, pen * random.between(0.15, 0.45));
  return Math.min(pixels, Math.max(1, 0.015 * side));
}

/** Parallel lines through the whole picture, the digit across some of them. */
export const ruled: Scene = (random, digits) => {
  const drawn = usual(random, digits);
  const gap = drawn.side * random.between(0.12, 0.5);
  const tilt = random.between(-0.05, 0.05);
  const pen = rulingPen(random, drawn);
  const darkness = random.between(0.3, 0.9);
  for (let at = gap * random.uniform(); at < drawn.side; at += gap) {
    rule(drawn.sheet, true, at, tilt, pen, darkness);
  }
  return finish(random, drawn, anyCamera(random, drawn.side));
};

/** The same in both directions. */
export const squared: Scene = (random, digits) => {
  const drawn = usual(random, digits);
  const gap = drawn.side * random.between(0.12, 0.4);
  const tilt = random.between(-0.05, 0.05);
  const pen = rulingPen(random, drawn);
  const darkness = random.between(0.3, 0.8);
  const begin = gap * random.uniform();
  for (let at = begin; at < drawn.side; at += gap) {
    rule(drawn.sheet, true, at, tilt, pen, darkness);
    rule(drawn.sheet, false, at, -tilt, pen, darkness);
  }
  return finish(random, drawn, anyCamera(random, drawn.side));
};

/** Four lines around the digit; sometimes with rounded, open corners. */
function frameAround(
  random: Random,
  sheet: Sheet,
  inset: number,
  pen: number,
  darkness: number,
): void {
  const { width, height } = sheet;
  const open = random.uniform() < 0.3 ? random.between(1, 3) * pen : 0;
  const [right, bottom] = [width - inset, height - inset];
  const tilt = random.between(-0.03, 0.03) * (inset > 2 * pen ? width : 0);
  const corners = [
    [inset + tilt, inset],
    [right, inset + tilt],
    [right - tilt, bottom],
    [inset, bottom - tilt],
  ] as const;
  corners.forEach(([x, y], i) => {
    const [u, v] = corners[(i + 1) % 4]!;
    const length = Math.hypot(u - x, v - y);
    const [dx, dy] = [open * (u - x) / length, open * (v - y) / length];
    drawSegment(sheet, [x + dx, y + dy, u - dx, v - dy], pen, darkness);
  });
}

/** A frame a little inside of the picture, as around a form's field. */
export const frame: Scene = (random, digits) => {
  const drawn = usual(random, digits);
  const { side, sheet } = drawn;
  const pen = Math.max(1, side * random.between(0.004, 0.03));
  const inset = pen / 2 + side * random.between(0, 0.08);
  frameAround(random, sheet, inset, pen, random.between(0.5, 1));
  return finish(random, drawn, anyCamera(random, side));
};

/** The border that a page draws around its canvas. */
export const canvasBorder: Scene = (random, digits) => {
  const drawn = usual(random, digits, 0.6);
  const pen = Math.max(
    1,
    Math.round(drawn.side * random.between(0.003, 0.015)),
  );
  const { width, height } = drawn.sheet;
  const darkness = random.between(0.3, 1);
  const half = pen / 2;
  for (const at of [half, height - half]) {
    rule(drawn.sheet, true, at, 0, pen, darkness);
  }
  for (const at of [half, width - half]) {
    rule(drawn.sheet, false, at, 0, pen, darkness);
  }
  return finish(random, drawn, { inverted: random.uniform() < 0.3 });
};

/**
 * A cell cut out of a photographed grid, as sudoku readers do: parts of its
 * lines at the border, cut off and slightly turned.
 */
export const cell: Scene = (random, digits) => {
  const side = Math.round(logBetween(random, 24, 120));
  const paper = random.between(140, 245);
  const drawn = placeDigit(random, digits, {
    side,
    size: random.between(0.45, 0.68),
    pen: random.between(0.08, 0.16),
    darkness: random.between(0.5, 0.9),
    stray: 0.3,
    paper,
  });
  const tilt = random.between(-0.06, 0.06);
  const darkness = random.between(0.4, 0.9);
  let lines = 0;
  for (const isAcross of [true, false]) {
    for (const isFar of [false, true]) {
      if (random.uniform() < 0.4 && (lines > 0 || !isFar || isAcross)) continue;
      lines++;
      const pen = Math.max(1, side * random.between(0.02, 0.09));
      const inset = side * random.between(-0.02, 0.08);
      const at = isFar ? side - inset : inset;
      rule(drawn.sheet, isAcross, at, isAcross ? tilt : -tilt, pen, darkness);
    }
  }
  return finish(random, drawn, {
    blur: side < 40 ? 1 : random.below(3),
    noise: random.between(1, 5),
    inverted: random.uniform() < 0.1,
  });
};

/** A line under the digit, as wide as a word, sometimes touching it. */
export const underlined: Scene = (random, digits) => {
  const drawn = usual(random, digits, 0.5);
  const { sheet, side, box, pen } = drawn;
  const half = side * random.between(0.25, 0.48);
  const middle = Math.max(
    half,
    Math.min(side - half, (box.left + box.right) / 2),
  );
  const y = box.bottom + pen * random.between(0.6, 1) +
    side * random.between(0.01, 0.1);
  const tilt = random.between(-0.04, 0.04) * half;
  drawSegment(
    sheet,
    [middle - half, y - tilt, middle + half, y + tilt],
    Math.max(1, pen * random.between(0.3, 1)),
    random.between(0.6, 1),
  );
  return finish(random, drawn, anyCamera(random, side));
};

/** A line beside the digit that stops short of the border. */
export const lineBeside: Scene = (random, digits) => {
  const drawn = usual(random, digits, 0.5);
  const { sheet, side, box, pen } = drawn;
  const toRight = side - box.right > box.left;
  const gap = Math.max(2 * pen, side * random.between(0.08, 0.2));
  const room = toRight ? side - 2 * pen : 2 * pen;
  const x = toRight
    ? Math.min(room, box.right + gap)
    : Math.max(room, box.left - gap);
  const half = side * random.between(0.3, 0.48);
  const tilt = random.between(-0.04, 0.04) * half;
  drawSegment(
    sheet,
    [x + tilt, side / 2 - half, x - tilt, side / 2 + half],
    Math.max(1, pen * random.between(0.3, 1)),
    random.between(0.6, 1),
  );
  return finish(random, drawn, anyCamera(random, side));
};

/** A part of the next digit, cut off at one side. */
export const neighbour: Scene = (random, digits) => {
  const drawn = usual(random, digits, 0.55);
  const { sheet, side, box, pen } = drawn;
  const size = box.bottom - box.top;
  const toRight = side - box.right > box.left;
  const room = toRight ? side - box.right : box.left;
  const shown = Math.min(0.6 * room, side * random.between(0.03, 0.12));
  const left = toRight ? side - shown : shown - size;
  const top = box.top + size * random.between(-0.1, 0.1);
  const bounds = { left, top, right: left + size, bottom: top + size };
  const strokes = digits(random);
  // Laid to the side that shows.
  const free = size - Math.max(pen, strokes.width * (size - pen) + pen);
  const shift = (toRight ? -1 : 1) * free / 2;
  drawDigit(
    sheet,
    strokes,
    { ...bounds, left: left + shift, right: left + size + shift },
    pen,
    1,
  );
  return finish(random, drawn, anyCamera(random, side));
};
