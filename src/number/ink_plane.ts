/**
 * A picture of several digits as ink on paper.
 *
 * @module
 */

import { inkOnPaper } from "../image/normalize/background.ts";
import { sharesOfLevels } from "../image/normalize/digit_ink.ts";
import type { GreyImage } from "../image/grey.ts";
import { darkOnLight } from "../image/normalize/polarity.ts";
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
  const { width, height, pixels } = inkOnPaper(darkOnLight(image));
  const { threshold, low, high, separation } = splitLevels(pixels);
  if (high - low < FAINTEST || separation < LEAST_SEPARATION) return null;
  return {
    ink: pixels,
    width,
    height,
    threshold,
    shares: sharesOfLevels(low, high),
  };
}
