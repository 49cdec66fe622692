/**
 * Digits in difficult light, and on sheets that do not fill the picture.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import type { DigitSource } from "./digit_strokes.ts";
import { finish, logBetween, placeDigit, type Scene } from "./scene.ts";
import { drawRectangle, shade } from "./sheet.ts";

/** A photographed digit of 100 to 1,000 pixels, before its light. */
function photo(random: Random, digits: DigitSource, size = 0.45) {
  return placeDigit(random, digits, {
    side: Math.round(logBetween(random, 100, 1000)),
    size: size * random.between(0.8, 1.25),
    pen: random.between(0.05, 0.12),
    darkness: random.between(0.4, 0.85),
    stray: 0.4,
    paper: random.between(170, 235),
  });
}

function camera(random: Random) {
  return { blur: random.below(3), noise: random.between(1, 4) };
}

/** A light card on a darker desk, sometimes turned. */
export const card: Scene = (random, digits) => {
  const drawn = photo(random, digits, 0.4);
  const { sheet, side } = drawn;
  const desk = random.between(0.15, 0.5);
  const angle = random.between(-0.15, 0.15);
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const half = side * random.between(0.33, 0.42);
  const high = half * random.between(0.9, 1.1);
  shade(sheet, (x, y) => {
    const u = (x - side / 2) * cos + (y - side / 2) * sin;
    const v = (y - side / 2) * cos - (x - side / 2) * sin;
    return Math.abs(u) < half && Math.abs(v) < high ? 1 : desk;
  });
  return finish(random, drawn, camera(random));
};

/** Dark edges of a scanner's lid or of the desk, at one to three sides. */
export const scannerEdge: Scene = (random, digits) => {
  const side = Math.round(logBetween(random, 48, 1000));
  const drawn = placeDigit(random, digits, {
    side,
    size: random.between(0.45, 0.65),
    pen: random.between(0.06, 0.13),
    stray: 0.2,
  });
  const dark = random.between(0.5, 1);
  const at = () => side * random.between(0.01, 0.1);
  const first = random.below(4);
  const count = 1 + random.below(3);
  for (let i = 0; i < count; i++) {
    const wide = at();
    switch ((first + i) % 4) {
      case 0:
        drawRectangle(drawn.sheet, 0, 0, wide, side, dark);
        break;
      case 1:
        drawRectangle(drawn.sheet, 0, 0, side, wide, dark);
        break;
      case 2:
        drawRectangle(drawn.sheet, side - wide, 0, side, side, dark);
        break;
      default:
        drawRectangle(drawn.sheet, 0, side - wide, side, side, dark);
    }
  }
  return finish(random, drawn, {
    blur: random.below(2),
    noise: random.between(0, 3),
  });
};

/** A lamp's reflection on a whiteboard. */
export const glare: Scene = (random, digits) => {
  const drawn = photo(random, digits);
  const { sheet, side } = drawn;
  const x0 = side * random.between(0.1, 0.9);
  const y0 = side * random.between(0.05, 0.4);
  const wide = side * random.between(0.08, 0.2);
  const high = wide * random.between(0.5, 1);
  const strength = random.between(0.4, 1.5);
  shade(sheet, (x, y) => {
    const away = ((x - x0) / wide) ** 2 + ((y - y0) / high) ** 2;
    return 1 + strength * Math.exp(-away / 2);
  });
  return finish(random, drawn, camera(random));
};

/** Corners that get dark, some almost black. */
export const vignette: Scene = (random, digits) => {
  const drawn = photo(random, digits);
  const { sheet, side } = drawn;
  const x0 = side * random.between(0.25, 0.75);
  const y0 = side * random.between(0.25, 0.75);
  const fall = random.between(0.4, 1.1) / side ** 2;
  shade(
    sheet,
    (x, y) => Math.max(0.05, 1 - fall * ((x - x0) ** 2 + (y - y0) ** 2)),
  );
  return finish(random, drawn, camera(random));
};

/** A shadow whose edge crosses the picture, the digit on either side or both. */
export const hardShadow: Scene = (random, digits) => {
  const drawn = photo(random, digits);
  const { sheet, side } = drawn;
  const angle = random.between(0, 2 * Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const offset = side * random.between(-0.25, 0.25);
  const depth = random.between(0.3, 0.65);
  const soft = random.between(0.5, 0.02 * side);
  shade(sheet, (x, y) => {
    const away = (x - side / 2) * cos + (y - side / 2) * sin - offset;
    const share = Math.max(0, Math.min(1, away / soft + 0.5));
    return 1 - depth * share;
  });
  return finish(random, drawn, camera(random));
};
