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

import { IMAGE_PIXELS } from "../network/numbers.ts";
import { inkOnPaper } from "./background.ts";
import { type Box, findComponents } from "./components.ts";
import { BOX_SIZE, FINE, type FineInk, layOut } from "./fit.ts";
import type { GreyImage } from "./grey.ts";
import { isInkLight } from "./polarity.ts";
import { reduce } from "./reduce.ts";
import { resample } from "./resample.ts";
import { boxAround, selectDigit } from "./select.ts";
import { widenThin } from "./stroke_width.ts";
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
    ? { ...small, pixels: small.pixels.map((value) => 255 - value) }
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
  const kept = new Set(digit.map(({ label }) => label));
  const shares = new Float32Array(ink.length);
  for (let i = 0; i < ink.length; i++) {
    // Other parts' ink is left out; soft edges around them count as paper.
    if (labels[i] !== 0 && !kept.has(labels[i]!)) continue;
    shares[i] = Math.min(1, Math.max(0, (ink[i]! - low) / (high - low)));
  }
  const box = boxAround(digit);
  const pixels = layOut(widenThin(toFineGrid(shares, width, box)));
  const factor = Math.ceil(Math.max(image.width, image.height) / WORKING_SIDE);
  return { pixels, box: scaleBox(box, factor, image) };
}

/** Fits a box to the fine grid, keeping its shape, and sharpens its edges. */
function toFineGrid(shares: Float32Array, width: number, box: Box): FineInk {
  const wide = box.right - box.left;
  const high = box.bottom - box.top;
  const scale = BOX_SIZE * FINE / Math.max(wide, high);
  const columns = Math.max(FINE, Math.round(wide * scale));
  const rows = Math.max(FINE, Math.round(high * scale));
  const grid = resample(shares, width, box, columns, rows);
  const ink = grid.map((share) =>
    Math.min(1, Math.max(0, (share - 0.5) * SHARPNESS + 0.5))
  );
  return { width: columns, height: rows, ink };
}

/** Slope of ink at an edge, of full ink by full share. */
const SHARPNESS = 4;

function scaleBox(box: Box, factor: number, { width, height }: GreyImage): Box {
  return {
    left: box.left * factor,
    top: box.top * factor,
    right: Math.min(width, box.right * factor),
    bottom: Math.min(height, box.bottom * factor),
  };
}
