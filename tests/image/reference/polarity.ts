/**
 * Tells dark ink on light paper from light ink on a dark ground.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import { splitLevels } from "./threshold.ts";

/** Skewness of local contrast below which the border is asked as well. */
const CLEAR_SKEWNESS = 0.5;

/**
 * Whether the ink is lighter than its ground.
 *
 * Ink covers less than its ground does, so that grey values measured against
 * their surroundings lean to the ink's side: their skewness tells the
 * polarity, under uneven light too. Where ink covers about half (a heavy digit
 * cut out tightly) that is undecided, and the side that holds more of the
 * picture and of its border is the ground.
 *
 * @param image A grey picture of at most 4 million pixels.
 */
export function isInkLight(image: GreyImage): boolean {
  const skewness = localSkewness(image);
  if (Math.abs(skewness) >= CLEAR_SKEWNESS) return skewness > 0;
  return shareOfDark(image) > 0.5;
}

/** Samples along the longer side that skewness is measured on. */
const SAMPLES = 64;

/** Skewness of pixels less the mean of a window half as wide as the picture. */
function localSkewness({ width, height, pixels }: GreyImage): number {
  const sums = integral(pixels, width, height);
  const step = Math.max(1, Math.floor(Math.max(width, height) / SAMPLES));
  const reachX = Math.max(2, width >> 2);
  const reachY = Math.max(2, height >> 2);
  const row = width + 1;
  // Each column's window, found once for all rows.
  const lefts = new Int32Array(width);
  const rights = new Int32Array(width);
  for (let x = 0; x < width; x += step) {
    lefts[x] = Math.max(0, x - reachX);
    rights[x] = Math.min(width, x + reachX + 1);
  }
  let count = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let y = 0; y < height; y += step) {
    const top = Math.max(0, y - reachY);
    const bottom = Math.min(height, y + reachY + 1);
    const lower = bottom * row;
    const upper = top * row;
    for (let x = 0; x < width; x += step) {
      const left = lefts[x]!;
      const right = rights[x]!;
      const sum = sums[lower + right]! - sums[lower + left]! -
        sums[upper + right]! + sums[upper + left]!;
      const mean = sum / ((bottom - top) * (right - left));
      const contrast = pixels[y * width + x]! - mean;
      count++;
      first += contrast;
      second += contrast * contrast;
      third += contrast * contrast * contrast;
    }
  }
  // Central moments from plain ones.
  const mean = first / count;
  const variance = second / count - mean * mean;
  const skew = third / count - 3 * mean * variance - mean ** 3;
  return variance > 0 ? skew / variance ** 1.5 : 0;
}

/** Sums over all rectangles from the origin: `[height + 1, width + 1]`. */
function integral(
  pixels: Uint8Array,
  width: number,
  height: number,
): Int32Array {
  const row = width + 1;
  const sums = new Int32Array(row * (height + 1));
  for (let y = 0, from = 0; y < height; y++) {
    let sum = 0;
    const end = (y + 2) * row;
    for (let at = end - width; at < end; at++, from++) {
      sum += pixels[from]!;
      sums[at] = sums[at - row]! + sum;
    }
  }
  return sums;
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
