/**
 * Digits drawn by a made-up hand, in the ways of writing that MNIST has few examples of: a
 * small share of them among the training images teaches a recognizer those shapes. Never
 * part of a test.
 *
 * @module
 */

import { drawStrokes, type Stroke } from "../../../src/image/strokes.ts";
import type { Random } from "../../../src/network/random.ts";
import { smoothStroke } from "./curve.ts";
import { DIGIT_STYLES } from "./styles.ts";
import type { FigureTemplate, Place, StrokeTemplate } from "./template.ts";
import { DIGIT_TEMPLATES } from "./templates.ts";

/** Share of the digits that are drawn by a style, where there is one. */
const STYLED = 0.5;

/** Standard deviation of a place on the sheet of 100 x 140, in a steady and an unsteady hand. */
const STEADY = 3;
const UNSTEADY = 7;

/** The same of a whole stroke against the others. */
const STROKE_DEVIATION = 3;

/** Widths are multiplied by up to this, or divided. */
const NARROWEST = 1.6;

/**
 * Draws one digit, in MNIST's layout and with its usual pen; `augment` varies the pen, the
 * slant and the rest.
 *
 * @param digit 0 to 9.
 * @param random Decides the way of writing and the hand.
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
 * @param random Decides the way of writing and the hand.
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
  const style = DIGIT_STYLES.get(digit);
  const template = style && random.uniform() < STYLED
    ? style(random)
    : templates[random.below(templates.length)]!;
  return writtenStrokes(template, random, haste);
}

/**
 * A template as some hand would write it: narrower or wider, every place and every stroke a
 * little off.
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
  return template.map((stroke) => vary(stroke, width, deviation, random));
}

/** The stroke as a hand would write it, on a sheet `width` times as wide. */
function vary(
  template: StrokeTemplate,
  width: number,
  deviation: number,
  random: Random,
): Stroke {
  const right = STROKE_DEVIATION * random.normal();
  const down = STROKE_DEVIATION * random.normal();
  const places: Place[] = [];
  template.forEach((place, i) => {
    // The second of a corner's pair stays with the first.
    if (i > 0 && template[i - 1] === place) {
      places.push(places[i - 1]!);
      return;
    }
    places.push([
      width * (place[0] + right + deviation * random.normal()),
      place[1] + down + deviation * random.normal(),
    ]);
  });
  return smoothStroke(places);
}
