/**
 * A picture of several digits as ink on paper.
 *
 * @module
 */

import { inkOnPaper } from "../image/normalize/background.ts";
import { sharesOfLevels } from "../image/normalize/digit_ink.ts";
import type { GreyImage } from "../image/grey.ts";
import { isInkLight } from "../image/normalize/polarity.ts";
import { reduce } from "../image/normalize/reduce.ts";
import { splitLevels } from "../image/normalize/threshold.ts";

/** Ink in a picture. */
export interface InkPlane {
  /** `[height, width]` levels, 0 paper. */
  readonly ink: Uint8Array;
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** The highest level that is still paper. */
  readonly threshold: number;
  /** 256 shares of full ink, 0 to 1: what each level stands for. */
  readonly shares: Float32Array;
}

/** Darkening of paper by ink, of 255, below which a picture is blank. */
const FAINTEST = 12;

/** Separation of paper and ink below which they are one class with noise. */
const LEAST_SEPARATION = 3.8;

/**
 * Finds the ink in a picture of any polarity.
 *
 * @returns The ink, or null for a blank picture.
 */
export function findInk(image: GreyImage): InkPlane | null {
  const { width, height, pixels } = image;
  const dark = isInkLight(reduce(image, 256))
    ? { width, height, pixels: pixels.map((level) => 255 - level) }
    : image;
  const ink = inkOnPaper(dark, reduce(dark, 256));
  const { threshold, low, high, separation } = splitLevels(ink);
  if (high - low < FAINTEST || separation < LEAST_SEPARATION) return null;
  return { ink, width, height, threshold, shares: sharesOfLevels(low, high) };
}
