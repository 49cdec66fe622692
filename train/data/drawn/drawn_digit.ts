/**
 * Digits drawn by program, in ways of writing that MNIST has few examples of. A
 * small share of them in the training set teaches a recognizer those shapes.
 * They are never part of a test.
 *
 * @module
 */

import { drawStrokes, type Stroke } from "../../../src/image/strokes.ts";
import type { Random } from "../../../src/network/random.ts";
import { smoothStroke } from "./curve.ts";
import { bend } from "./hand.ts";
import { DIGIT_STYLES } from "./styles.ts";
import type { FigureTemplate, Place, StrokeTemplate } from "./template.ts";
import { DIGIT_TEMPLATES } from "./templates.ts";

/** Share of the digits that are drawn in a style; the others use templates. */
const STYLED = 0.6;

/** Standard deviation of a place on the sheet of 100 x 140, in a steady and an unsteady hand. */
const STEADY = 3;
const UNSTEADY = 7.5;

/**
 * Its parts: a bend of the whole figure, and an independent error of each
 * place.
 */
const BENT = 0.85;
const SHAKEN = 0.5;

/**
 * Share of the strokes that begin or end with a tick, as a pen leaves when it
 * lands or lifts.
 */
const TICKED = 0.08;

/** Standard deviation of a whole stroke's position. */
const STROKE_DEVIATION = 3;

/** Widths are multiplied or divided by up to this factor. */
const NARROWEST = 1.6;

/**
 * Draws one digit, in MNIST's layout and with its usual pen; `augment` varies the pen, the
 * slant and the rest.
 *
 * @param digit 0 to 9.
 * @param random Chooses the way of writing and the hand.
 * @returns 28x28 bytes, row-major, 0 paper, 255 ink.
 * @throws {RangeError} If it is not a digit.
 *
 * @example
 * ```ts
 * import { drawnDigit } from "./drawn_digit.ts";
 * import { Random } from "../../../src/network/random.ts";
 * import assert from "node:assert/strict";
 *
 * const seven = drawnDigit(7, new Random(1));
 * assert.equal(seven.length, 784);
 * assert.deepEqual(drawnDigit(7, new Random(1)), seven);
 * ```
 */
export function drawnDigit(digit: number, random: Random): Uint8Array {
  return drawStrokes(digitStrokes(digit, random));
}

/**
 * The strokes of one digit as {@linkcode drawnDigit} draws them.
 *
 * @param digit 0 to 9.
 * @param random Chooses the way of writing and the hand.
 * @param haste How much less steady the hand is than training's, from 1.
 * @returns On a sheet about 100 x 140.
 * @throws {RangeError} If it is not a digit.
 */
export function digitStrokes(
  digit: number,
  random: Random,
  haste = 1,
): Stroke[] {
  const templates = DIGIT_TEMPLATES[digit];
  if (templates === undefined) {
    throw new RangeError(`digit ${digit}, expected 0 to 9`);
  }
  const template = random.uniform() < STYLED
    ? DIGIT_STYLES[digit]!(random)
    : templates[random.below(templates.length)]!;
  return writtenStrokes(template, random, haste);
}

/**
 * A template as a hand would write it: narrower or wider, bent, with small
 * errors of every place and stroke, and now and then a tick where the pen lands
 * or lifts.
 *
 * @param random Decides the hand.
 * @param haste How much less steady the hand is than training's, from 1.
 */
export function writtenStrokes(
  template: FigureTemplate,
  random: Random,
  haste = 1,
): Stroke[] {
  const width = NARROWEST ** random.between(-1, 0.3);
  const deviation = haste * random.between(STEADY, UNSTEADY);
  const bent = bend(BENT * deviation, random);
  return template.map((stroke) => vary(stroke, width, deviation, bent, random));
}

/** The stroke as a hand would write it, on a sheet `width` times as wide. */
function vary(
  template: StrokeTemplate,
  width: number,
  deviation: number,
  bent: (place: Place) => Place,
  random: Random,
): Stroke {
  const right = STROKE_DEVIATION * random.normal();
  const down = STROKE_DEVIATION * random.normal();
  const shaken = SHAKEN * deviation;
  const places: Place[] = [];
  template.forEach((place, i) => {
    // The second of a corner's pair stays with the first.
    if (i > 0 && template[i - 1] === place) {
      places.push(places[i - 1]!);
      return;
    }
    const [x, y] = bent(place);
    places.push([
      width * (x + right + shaken * random.normal()),
      y + down + shaken * random.normal(),
    ]);
  });
  if (random.uniform() < TICKED) places.unshift(tick(places[0]!, random));
  if (random.uniform() < TICKED) places.push(tick(places.at(-1)!, random));
  return smoothStroke(places);
}

/** A place next to another one. */
function tick([x, y]: Place, random: Random): Place {
  const angle = random.between(0, 2 * Math.PI);
  const long = random.between(3, 9);
  return [x + long * Math.cos(angle), y + long * Math.sin(angle)];
}
