/**
 * The image path: converts any picture of a digit to the 28x28 that a
 * recognizer trained on MNIST expects.
 *
 * grey → working size → dark ink on light paper → ink alone → the digit's
 * parts → its box on a fine grid → strokes at least a pen wide → 28x28.
 *
 * Each step is a pure function in a file of its own. Steps up to the digit's
 * parts map a picture to a picture of the same size.
 *
 * It does not judge: the result for a blank or meaningless picture is whatever
 * ink it contains, if any.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../network/numbers.ts";
import { inkOnPaper } from "./background.ts";
import { boldInk } from "./bold_ink.ts";
import { type Card, cutOutCard } from "./card.ts";
import { type Box, findComponents } from "./components.ts";
import { inkOfDigit, sharesOfLevels } from "./digit_ink.ts";
import { refineBox } from "./edges.ts";
import { DIGIT_SIZE, eraseForeignLines } from "./foreign_lines.ts";
import { openLoops } from "./loops.ts";
import { fitInk } from "./fit.ts";
import type { GreyImage } from "../grey.ts";
import { layOut } from "./layout.ts";
import { partsOf } from "./ink_parts.ts";
import { withPaleStrokes } from "./pale_strokes.ts";
import { darkOnLight } from "./polarity.ts";
import { reduce, reducingFactor } from "./reduce.ts";
import { boxAround, selectDigit } from "./select.ts";
import { isSpot } from "./spot.ts";
import { widthOfParts } from "./stroke_width.ts";
import { thickenHairlines } from "./thicken.ts";
import { hasEdges, isBlank } from "./threshold.ts";

/** Longest side of the working size; larger pictures are reduced to it. */
export const WORKING_SIDE: number = 256;

/** A digit in MNIST's layout, and its position in the picture. */
export interface NormalizedDigit {
  /** 28x28 bytes, row-major, 0 paper, 255 ink; all 0 for a blank picture. */
  readonly pixels: Uint8Array;
  /** The ink's box in the picture's pixels, or null for a blank picture. */
  readonly box: Box | null;
}

/** Names of the optional steps. */
export const OPTIONAL_STEPS = ["card", "pale", "lines", "thin"] as const;

/** An optional step; leaving it out shows what it is worth. */
export type OptionalStep = typeof OPTIONAL_STEPS[number];

/** Settings of {@linkcode normalize}. */
export interface NormalizeOptions {
  /** Called after each step with its name and the picture so far. */
  readonly onStep?: (name: string, picture: GreyImage) => void;
  /** Steps to leave out; none by default. */
  readonly without?: readonly OptionalStep[];
}

/**
 * Normalizes a picture of one digit, of any size and polarity, on paper or
 * screen.
 *
 * @param image A grey picture.
 * @param options What to report, and which steps to leave out.
 *
 * @example
 * ```ts
 * import { normalize } from "./normalize.ts";
 * import assert from "node:assert/strict";
 *
 * // A black bar, upright and off-centre, on white paper.
 * const pixels = new Uint8Array(100 * 100).fill(255);
 * for (let y = 10; y < 60; y++) pixels.fill(0, y * 100 + 70, y * 100 + 76);
 * const digit = normalize({ width: 100, height: 100, pixels });
 * assert.deepEqual(digit.box, { left: 70, top: 10, right: 76, bottom: 60 });
 * assert.equal(digit.pixels[14 * 28 + 14], 255);
 * assert.equal(digit.pixels[14 * 28 + 20], 0);
 * ```
 */
export function normalize(
  image: GreyImage,
  { onStep, without = [] }: NormalizeOptions = {},
): NormalizedDigit {
  const small = reduce(image, WORKING_SIDE);
  onStep?.("reduced", small);
  const card = without.includes("card") ? null : cutOutCard(small);
  if (card !== null) onStep?.("card", card.image);
  const dark = darkOnLight(card?.image ?? small);
  onStep?.("dark", dark);
  const ink = inkOnPaper(dark);
  onStep?.("ink", ink);
  const whole = partsOf(ink);
  const level = withPaleStrokes(whole);
  const plain = level === null ? whole : partsOf(level);
  const bold = without.includes("pale") ? null : boldInk(
    plain,
    without.includes("lines") ? null : DIGIT_SIZE,
  );
  if (bold !== null) onStep?.("pale lines", bold);
  const { split, components: all } = bold === null ? plain : partsOf(bold);
  const inked = bold ?? plain.ink;
  const { width, height } = inked;
  const { threshold, low, high } = split;
  if (isBlank(split) && !hasEdges(inked.pixels, width, split)) {
    return blank();
  }
  const unlined = without.includes("lines") ? inked : {
    ...inked,
    pixels: eraseForeignLines(
      { ink: inked.pixels, width, threshold },
      all,
      bold !== null,
    ),
  };
  onStep?.("lines", unlined);
  const components = unlined.pixels === inked.pixels
    ? all
    : findComponents(unlined.pixels, width, threshold);
  const parts = selectDigit(components, width, height);
  if (parts.length === 0) return blank();
  if (isSpot(components, parts, width)) return blank();
  const box = boxAround(parts);
  const alone = openLoops(
    inkOfDigit(unlined, components, parts),
    box,
    threshold,
  );
  onStep?.("digit", alone);
  const digit = {
    ink: alone.pixels,
    width,
    shares: sharesOfLevels(low, high),
  };
  const thick = without.includes("thin") ? { digit, box } : thickenHairlines(
    digit,
    box,
    threshold,
    widthOfParts(components, parts, width),
  );
  onStep?.("thickened", {
    width: thick.digit.width,
    height: thick.digit.ink.length / thick.digit.width,
    pixels: thick.digit.ink,
  });
  const fine = fitInk(thick.digit, refineBox(thick.digit, thick.box));
  const pixels = layOut(fine);
  const factor = reducingFactor(image, WORKING_SIDE);
  return {
    pixels,
    box: scaleBox(card === null ? box : moveBox(box, card), factor, image),
  };
}

/** The result for a picture without ink. */
function blank(): NormalizedDigit {
  return { pixels: new Uint8Array(IMAGE_PIXELS), box: null };
}

/** A box in a card, in coordinates of the whole picture. */
function moveBox(box: Box, { left, top }: Card): Box {
  return {
    left: box.left + left,
    top: box.top + top,
    right: box.right + left,
    bottom: box.bottom + top,
  };
}

function scaleBox(box: Box, factor: number, { width, height }: GreyImage): Box {
  return {
    left: box.left * factor,
    top: box.top * factor,
    right: Math.min(width, box.right * factor),
    bottom: Math.min(height, box.bottom * factor),
  };
}
