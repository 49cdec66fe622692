/**
 * Digits as pen strokes, to draw at any size with any pen.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import { smoothStroke } from "../../../train/data/drawn/curve.ts";
import type { Place } from "../../../train/data/drawn/template.ts";
import { DIGIT_TEMPLATES } from "../../../train/data/drawn/templates.ts";
import { drawSegment, type Segment, type Sheet } from "./sheet.ts";

/** A digit's strokes as straight pieces; the longer side of their box is 1. */
export interface DigitStrokes {
  /** Which digit it is. */
  readonly digit: number;
  /** Width of the box, at most 1. */
  readonly width: number;
  /** Its height, at most 1. */
  readonly height: number;
  /** Pieces within the box. */
  readonly segments: readonly Segment[];
}

/** Where digits come from: a random one, with its label. */
export type DigitSource = (random: Random) => DigitStrokes;

/** No digit, and the room for one: what is drawn around it is left alone. */
export const NO_DIGIT: DigitSource = () => ({
  digit: -1,
  width: 0.6,
  height: 1,
  segments: [],
});

/** Standard deviation of a place on the templates' sheet of 100 x 140. */
const PLACE_DEVIATION = 2.5;

/** A digit as the plainest of the templates shows it, in a varying hand. */
export const templateDigit: DigitSource = (random) => {
  const digit = random.below(10);
  const template = DIGIT_TEMPLATES[digit]![0]!;
  const wide = random.between(0.7, 1);
  const slant = random.between(-0.1, 0.25);
  const segments: Segment[] = [];
  for (const stroke of template) {
    const places: Place[] = [];
    stroke.forEach((place, i) => {
      // The second of a corner's pair stays with the first.
      if (i > 0 && stroke[i - 1] === place) return places.push(places[i - 1]!);
      const [x, y] = place;
      return places.push([
        wide * x - slant * y + PLACE_DEVIATION * random.normal(),
        y + PLACE_DEVIATION * random.normal(),
      ]);
    });
    const { x, y } = smoothStroke(places);
    for (let i = 1; i < x.length; i++) {
      segments.push([x[i - 1]!, y[i - 1]!, x[i]!, y[i]!]);
    }
  }
  return fitToUnit(digit, segments);
};

/** Scales strokes so that the longer side of their box is 1. */
export function fitToUnit(
  digit: number,
  segments: readonly Segment[],
): DigitStrokes {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x0, y0, x1, y1] of segments) {
    left = Math.min(left, x0, x1);
    right = Math.max(right, x0, x1);
    top = Math.min(top, y0, y1);
    bottom = Math.max(bottom, y0, y1);
  }
  const size = Math.max(right - left, bottom - top);
  return {
    digit,
    width: (right - left) / size,
    height: (bottom - top) / size,
    segments: segments.map(([x0, y0, x1, y1]) => [
      (x0 - left) / size,
      (y0 - top) / size,
      (x1 - left) / size,
      (y1 - top) / size,
    ]),
  };
}

/** A box on a sheet in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Draws a digit as large as fits into a box, in its middle.
 *
 * @returns The box of its ink.
 */
export function drawDigit(
  sheet: Sheet,
  { width, height, segments }: DigitStrokes,
  box: Area,
  pen: number,
  darkness: number,
): Area {
  const scale = Math.min(
    (box.right - box.left - pen) / Math.max(width, 0.01),
    (box.bottom - box.top - pen) / Math.max(height, 0.01),
  );
  const left = (box.left + box.right - scale * width) / 2;
  const top = (box.top + box.bottom - scale * height) / 2;
  for (const [x0, y0, x1, y1] of segments) {
    drawSegment(
      sheet,
      [
        left + scale * x0,
        top + scale * y0,
        left + scale * x1,
        top + scale * y1,
      ],
      pen,
      darkness,
    );
  }
  return {
    left: left - pen / 2,
    top: top - pen / 2,
    right: left + scale * width + pen / 2,
    bottom: top + scale * height + pen / 2,
  };
}
