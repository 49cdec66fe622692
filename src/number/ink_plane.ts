/**
 * A picture of several digits as ink on paper.
 *
 * @module
 */

import { inkOnPaper } from "../image/normalize/background.ts";
import { sharesOfLevels } from "../image/normalize/digit_ink.ts";
import type { GreyImage } from "../image/grey.ts";
import { darkOnLight } from "../image/normalize/polarity.ts";
import { isBlank, splitLevels } from "../image/normalize/threshold.ts";

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
  /** Share of full ink, 0 to 1, for each of the 256 levels. */
  readonly shares: Float32Array;
}

/**
 * Finds the ink in a picture of any polarity.
 *
 * @returns The ink, or null for a blank picture.
 */
export function findInk(image: GreyImage): InkPlane | null {
  const { width, height, pixels } = inkOnPaper(darkOnLight(image));
  const split = splitLevels(pixels);
  if (isBlank(split)) return null;
  const { threshold, low, high } = split;
  return {
    ink: pixels,
    width,
    height,
    threshold,
    shares: sharesOfLevels(low, high),
  };
}
