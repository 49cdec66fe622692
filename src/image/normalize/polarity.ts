/**
 * Tells dark ink on light paper from light ink on a dark ground.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { exactContrast, roughContrast } from "./skewness.ts";
import { splitLevels } from "./threshold.ts";

/** Skewness of local contrast below which the border is asked as well. */
const CLEAR_SKEWNESS = 0.5;

/** Far more than a rough skewness is off. */
const ROUGHNESS = 0.02;

/** Variance, in squared levels, below which it may be off by more. */
const LEAST_VARIANCE = 0.1;

/**
 * Whether the ink is lighter than its ground.
 *
 * Ink covers less than its ground does, so that grey values measured against
 * their surroundings lean to the ink's side: their skewness tells the
 * polarity, under uneven light too. Where ink covers about half (a heavy digit
 * cut out tightly) that is undecided, and the side that holds more of the
 * picture and of its border is the ground.
 *
 * @param image A grey picture of at most 256 pixels a side.
 * @throws {RangeError} It is larger.
 */
export function isInkLight(image: GreyImage): boolean {
  const rough = roughContrast(image);
  // What is near to a decision, or to nothing at all, is computed exactly.
  const isClear = rough.variance > LEAST_VARIANCE &&
    Math.abs(Math.abs(rough.skewness) - CLEAR_SKEWNESS) > ROUGHNESS;
  const { skewness } = isClear ? rough : exactContrast(image);
  if (Math.abs(skewness) >= CLEAR_SKEWNESS) return skewness > 0;
  return shareOfDark(image) > 0.5;
}

/** Mean of the dark share of all pixels and that of the border's pixels. */
function shareOfDark({ width, height, pixels }: GreyImage): number {
  const { threshold } = splitLevels(pixels);
  let dark = 0;
  let border = 0;
  let darkBorder = 0;
  for (let i = 0; i < pixels.length; i++) {
    const x = i % width;
    const y = (i - x) / width;
    const isDark = pixels[i]! <= threshold;
    if (isDark) dark++;
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue;
    border++;
    if (isDark) darkBorder++;
  }
  return (dark / pixels.length + darkBorder / border) / 2;
}
