/**
 * More of what people send: photographs of notes, boards and thumbnails.
 *
 * @module
 */

import jpeg from "jpeg-js";
import type { GreyImage } from "../../../src/image/grey.ts";
import type { Random } from "../../../src/network/random.ts";
import type { DigitSource } from "./digit_strokes.ts";
import { ruled, squared } from "./lines.ts";
import { rule } from "./rule.ts";
import { finish, logBetween, placeDigit, type Scene } from "./scene.ts";
import { drawSegment, shade } from "./sheet.ts";

/** A usual digit of a photograph. */
function photo(
  random: Random,
  digits: DigitSource,
  options: {
    readonly low?: number;
    readonly size?: number;
    readonly darkness?: readonly [number, number];
  } = {},
) {
  const { low = 60, size = 0.5, darkness = [0.4, 0.85] } = options;
  return placeDigit(random, digits, {
    side: Math.round(logBetween(random, low, 400)),
    size: size * random.between(0.85, 1.2),
    pen: random.between(0.06, 0.13),
    darkness: random.between(...darkness),
    stray: 0.4,
    paper: random.between(150, 235),
  });
}

/** Ruled or squared paper in a soft or hard shadow. */
export const shadedPaper: Scene = (random, digits) => {
  const angle = random.between(0, 2 * Math.PI);
  const depth = random.between(0.15, 0.5);
  const offset = random.between(-0.25, 0.25);
  const soft = random.between(0.02, 0.5);
  const { image, ...rest } = (random.uniform() < 0.5 ? ruled : squared)(
    random,
    digits,
  );
  const { width, height, pixels } = image;
  const shaded = pixels.map((level, i) => {
    const x = (i % width) / width - 0.5;
    const y = Math.floor(i / width) / height - 0.5;
    const away = x * Math.cos(angle) + y * Math.sin(angle) - offset;
    const share = Math.max(0, Math.min(1, away / soft + 0.5));
    return level * (1 - depth * share);
  });
  return { image: { width, height, pixels: shaded }, ...rest };
};

/** A digit that is small in its picture, and anywhere in it. */
export const smallInPhoto: Scene = (random, digits) => {
  const side = Math.round(logBetween(random, 150, 600));
  const size = Math.max(24 / side, random.between(0.1, 0.25));
  const drawn = placeDigit(random, digits, {
    side,
    size,
    pen: random.between(0.08, 0.14),
    darkness: random.between(0.5, 0.9),
    stray: 0.9,
    paper: random.between(150, 240),
  });
  return finish(random, drawn, { blur: 1, noise: random.between(1, 4) });
};

/** Chalk on a board that was wiped: grainy, light on dark. */
export const chalk: Scene = (random, digits) => {
  const drawn = photo(random, digits, { size: 0.55, darkness: [0.5, 0.9] });
  const { sheet, side } = drawn;
  for (let i = 0; i < sheet.ink.length; i++) {
    const grain = Math.min(1, Math.max(0.25, 0.8 + 0.3 * random.normal()));
    sheet.ink[i] = sheet.ink[i]! * grain;
  }
  const [x0, y0] = [side * random.uniform(), side * random.uniform()];
  const dust = random.between(0.05, 0.25);
  shade(
    sheet,
    (x, y) =>
      1 - dust * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (0.2 * side) ** 2),
  );
  return finish(random, drawn, {
    blur: 1,
    noise: random.between(1, 5),
    inverted: true,
  });
};

/** A hard pencil's pale stroke. */
export const palePencil: Scene = (random, digits) =>
  finish(random, photo(random, digits, { darkness: [0.12, 0.3] }), {
    blur: 1,
    noise: random.between(0.5, 2.5),
  });

/** A digit of which the picture's edge cuts off a little. */
export const cutOff: Scene = (random, digits) => {
  const side = Math.round(logBetween(random, 40, 400));
  const size = random.between(0.6, 0.8);
  const drawn = placeDigit(random, digits, {
    side,
    size,
    pen: random.between(0.08, 0.14),
    stray: 1 + 2 * random.between(0.02, 0.08) * size / (1 - size),
  });
  return finish(random, drawn, { inverted: random.uniform() < 0.3 });
};

/** A thick marker that fills the picture. */
export const marker: Scene = (random, digits) =>
  finish(
    random,
    placeDigit(random, digits, {
      side: Math.round(logBetween(random, 40, 400)),
      size: random.between(0.85, 0.95),
      pen: random.between(0.14, 0.2),
      darkness: random.between(0.7, 1),
      paper: random.between(200, 255),
    }),
    { blur: random.below(2), noise: random.between(0, 3) },
  );

/** Thumbnails of 16 to 24 pixels. */
export const thumbnail: Scene = (random, digits) =>
  finish(
    random,
    placeDigit(random, digits, {
      side: 16 + random.below(9),
      size: random.between(0.65, 0.9),
      pen: random.between(0.09, 0.14),
    }),
    { noise: random.between(0, 3), inverted: random.uniform() < 0.5 },
  );

/** A photograph that was compressed hard, once or twice. */
export const compressed: Scene = (random, digits) => {
  const drawn = photo(random, digits, { low: 40 });
  const { image, ...rest } = finish(random, drawn, {
    blur: 1,
    noise: random.between(1, 4),
  });
  const first = recompressed(image, 8 + random.below(25));
  return {
    image: random.uniform() < 0.5 ? first : recompressed(first, 20),
    ...rest,
  };
};

function recompressed({ width, height, pixels }: GreyImage, quality: number) {
  const data = new Uint8Array(4 * pixels.length);
  pixels.forEach((grey, i) => data.fill(grey, 4 * i, 4 * i + 3));
  const file = jpeg.encode({ width, height, data }, quality).data;
  const decoded = jpeg.decode(file, { useTArray: true }).data;
  return { width, height, pixels: pixels.map((_, i) => decoded[4 * i + 1]!) };
}

/** A digit begun with one pen and ended with a paler one. */
export const twoPens: Scene = (random, digits) => {
  const pale = random.between(0.35, 0.6);
  const cut = random.between(0.3, 0.7);
  const drawn = photo(random, digits, { darkness: [0.8, 0.95] });
  const { sheet, box } = drawn;
  const from = box.top + cut * (box.bottom - box.top);
  for (let i = 0; i < sheet.ink.length; i++) {
    if (i / sheet.width > from) sheet.ink[i] = sheet.ink[i]! * pale;
  }
  return finish(random, drawn, { blur: 1, noise: random.between(1, 3) });
};

/** A cell's lines at one to four sides, each askew by itself. */
export const skewedCell: Scene = (random, digits) => {
  const side = Math.round(logBetween(random, 28, 200));
  const drawn = placeDigit(random, digits, {
    side,
    size: random.between(0.45, 0.65),
    pen: random.between(0.08, 0.16),
    darkness: random.between(0.5, 0.9),
    stray: 0.3,
    paper: random.between(140, 245),
  });
  const count = 1 + random.below(4);
  const first = random.below(4);
  for (let i = 0; i < count; i++) {
    const at = (first + i) % 4;
    const inset = side * random.between(0, 0.07);
    rule(
      drawn.sheet,
      at % 2 === 0,
      at < 2 ? inset : side - inset,
      random.between(-0.12, 0.12),
      Math.max(1, side * random.between(0.015, 0.07)),
      random.between(0.4, 0.9),
    );
  }
  return finish(random, drawn, {
    blur: 1,
    noise: random.between(1, 5),
    inverted: random.uniform() < 0.1,
  });
};

/** Notes beside the digit: a few small strokes of another hand. */
export const doodles: Scene = (random, digits) => {
  const drawn = photo(random, digits);
  const { sheet, side, box, pen } = drawn;
  for (let i = 1 + random.below(3); i > 0; i--) {
    const x = random.uniform() < 0.5
      ? random.between(0.03, 0.6) * box.left
      : side - random.between(0.03, 0.6) * (side - box.right);
    const y = side * random.between(0.05, 0.95);
    const size = side * random.between(0.01, 0.04);
    const end = [x + size * random.normal(), y + size * random.normal()];
    drawSegment(sheet, [x, y, end[0]!, end[1]!], pen * 0.6, 0.6);
  }
  return finish(random, drawn, { blur: 1, noise: random.between(1, 3) });
};
