/**
 * What scenes have in common: a sheet with a digit in its place.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import type { Random } from "../../../src/network/random.ts";
import { type Area, type DigitSource, drawDigit } from "./digit_strokes.ts";
import { blankSheet, type Camera, photograph, type Sheet } from "./sheet.ts";

/** A picture and what it shows. */
export interface LabelledPicture {
  readonly image: GreyImage;
  readonly label: number;
  /** Draws the same digit black on white, with nothing else in the picture. */
  readonly plain: () => GreyImage;
}

/** Draws one picture of its kind, decided by the stream of random numbers. */
export type Scene = (random: Random, digits: DigitSource) => LabelledPicture;

/** A sheet with a digit, still to be photographed. */
export interface DrawnSheet {
  readonly sheet: Sheet;
  /** Longer side of the sheet. */
  readonly side: number;
  /** The digit's pen in pixels. */
  readonly pen: number;
  /** The box of its ink. */
  readonly box: Area;
  readonly label: number;
  /** Draws it alone, black on white. */
  readonly plain: () => GreyImage;
}

/** How a digit lies on its sheet. */
export interface Placing {
  /** Side of the square sheet in pixels. */
  readonly side: number;
  /** Size of the digit as a share of the side. */
  readonly size: number;
  /** Pen as a share of the digit's size. */
  readonly pen: number;
  /** Share of the light that ink takes away; 1 by default. */
  readonly darkness?: number;
  /** How far from the centre it may lie, as a share of the free room. */
  readonly stray?: number;
  /** Level of the bare sheet; 255 by default. */
  readonly paper?: number;
}

/** A length between two, all orders of magnitude alike. */
export function logBetween(random: Random, low: number, high: number): number {
  return low * (high / low) ** random.uniform();
}

/** Draws a digit on a blank sheet. */
export function placeDigit(
  random: Random,
  digits: DigitSource,
  placing: Placing,
): DrawnSheet {
  const { side, size, darkness = 1, stray = 0.5, paper = 255 } = placing;
  const sheet = blankSheet(side, side, paper);
  const strokes = digits(random);
  const room = side * (1 - size);
  const left = room * (0.5 + stray * random.between(-0.5, 0.5));
  const top = room * (0.5 + stray * random.between(-0.5, 0.5));
  const pen = Math.max(0.7, placing.pen * size * side);
  const bounds = {
    left,
    top,
    right: left + size * side,
    bottom: top + size * side,
  };
  const box = drawDigit(sheet, strokes, bounds, pen, darkness);
  const plain = () => {
    const alone = blankSheet(side, side);
    drawDigit(alone, strokes, bounds, pen, 1);
    return photograph(alone, random);
  };
  return { sheet, side, pen, box, label: strokes.digit, plain };
}

/** A picture of a finished sheet. */
export function finish(
  random: Random,
  { sheet, label, plain }: DrawnSheet,
  camera: Camera,
): LabelledPicture {
  return { image: photograph(sheet, random, camera), label, plain };
}

/** A clean screen of either polarity, or a camera with blur and noise. */
export function anyCamera(random: Random, side: number): Camera {
  const inverted = random.uniform() < 0.3;
  if (random.uniform() < 0.5) return { inverted };
  return { inverted, blur: side < 60 ? 1 : 2, noise: random.between(1, 5) };
}
