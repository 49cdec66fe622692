/**
 * The image path: any picture of a digit, to the 28x28 that a recognizer
 * trained on MNIST expects.
 *
 * grey → working size → dark ink on light paper → ink alone → the digit's
 * parts → its box on a fine grid → strokes at least a pen wide → 28x28.
 *
 * It does not judge: a blank or senseless picture comes out as what ink there
 * is, or none.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { inkOnPaper } from "./background.ts";
import { type Box, type Component, findComponents } from "./components.ts";
import { refineBox } from "./edges.ts";
import { layOut } from "../../../src/image/normalize/layout.ts";
import { fitInk } from "./fine_ink.ts";
import type { GreyImage } from "../../../src/image/grey.ts";
import { isInkLight } from "./polarity.ts";
import { reduce } from "./reduce.ts";
import { boxAround, selectDigit } from "../../../src/image/normalize/select.ts";
import { splitLevels } from "./threshold.ts";

/** Longest side that ink is looked for in. */
const WORKING_SIDE = 256;

/** Darkening of paper by ink, of 255, below which a picture is blank. */
const FAINTEST = 12;

/** Separation of paper and ink below which they are one class with noise. */
const LEAST_SEPARATION = 3.8;

/** A digit in MNIST's layout, and where it was found. */
export interface NormalizedDigit {
  /** 28x28 bytes, row-major, 0 paper, 255 ink; all 0 for a blank picture. */
  readonly pixels: Uint8Array;
  /** The ink's box in the picture's pixels, or null for a blank picture. */
  readonly box: Box | null;
}

/**
 * Normalizes a picture of one digit, of any size and polarity, on paper or
 * screen.
 *
 * @param image A grey picture.
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
export function normalize(image: GreyImage): NormalizedDigit {
  const small = reduce(image, WORKING_SIDE);
  const dark = isInkLight(small)
    ? { ...small, pixels: inverted(small.pixels) }
    : small;
  const { width, height } = dark;
  const ink = inkOnPaper(dark);
  const split = splitLevels(ink);
  const { threshold, low, high } = split;
  if (high - low < FAINTEST || split.separation < LEAST_SEPARATION) {
    return { pixels: new Uint8Array(IMAGE_PIXELS), box: null };
  }
  const { labels, list } = findComponents(ink, width, threshold);
  const digit = selectDigit(list, width, height);
  const box = boxAround(digit);
  const shares = sharesOfInk({
    ink,
    width,
    labels,
    parts: list.length,
    digit,
    box,
    low,
    high,
  });
  const pixels = layOut(fitInk(shares, width, refineBox(shares, width, box)));
  const factor = Math.ceil(Math.max(image.width, image.height) / WORKING_SIDE);
  return { pixels, box: scaleBox(box, factor, image) };
}

function inverted(pixels: Uint8Array): Uint8Array {
  const result = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) result[i] = 255 - pixels[i]!;
  return result;
}

/** Pixels around a box where the soft edges of its ink may lie. */
const MARGIN = 2;

/**
 * The share of full ink in each pixel in and around the digit's box, 0
 * elsewhere. Other parts' ink is left out; soft edges around them are not told
 * from the digit's own, and do no harm where they are outside of the box.
 */
function sharesOfInk({ ink, width, labels, parts, digit, box, low, high }: {
  ink: Uint8Array;
  width: number;
  labels: Int32Array;
  parts: number;
  digit: readonly Component[];
  box: Box;
  low: number;
  high: number;
}): Float32Array {
  const levels = new Float32Array(256);
  for (let level = 0; level < levels.length; level++) {
    levels[level] = Math.min(1, Math.max(0, (level - low) / (high - low)));
  }
  const height = ink.length / width;
  // By label: 1 for paper and for the digit's parts.
  const kept = new Uint8Array(parts + 1);
  kept[0] = 1;
  for (const { label } of digit) kept[label] = 1;
  const shares = new Float32Array(ink.length);
  const bottom = Math.min(height, box.bottom + MARGIN);
  const right = Math.min(width, box.right + MARGIN);
  for (let y = Math.max(0, box.top - MARGIN); y < bottom; y++) {
    for (let x = Math.max(0, box.left - MARGIN); x < right; x++) {
      const at = y * width + x;
      if (kept[labels[at]!] === 1) shares[at] = levels[ink[at]!]!;
    }
  }
  return shares;
}

function scaleBox(box: Box, factor: number, { width, height }: GreyImage): Box {
  return {
    left: box.left * factor,
    top: box.top * factor,
    right: Math.min(width, box.right * factor),
    bottom: Math.min(height, box.bottom * factor),
  };
}
