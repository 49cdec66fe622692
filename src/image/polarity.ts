/**
 * Tells dark ink on light paper from light ink on a dark ground.
 *
 * @module
 */

import type { GreyImage } from "./grey.ts";
import { after, checkKernelSide, kernel, ROOM } from "./kernel.ts";
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
 * @param image A grey picture of at most 256 pixels a side.
 * @throws {RangeError} It is larger.
 */
export function isInkLight(image: GreyImage): boolean {
  checkKernelSide(image.width, image.height);
  const skewness = localSkewness(image);
  if (Math.abs(skewness) >= CLEAR_SKEWNESS) return skewness > 0;
  return shareOfDark(image) > 0.5;
}

/** Samples along the longer side that skewness is measured on. */
const SAMPLES = 64;

/** Skewness of pixels less the mean of a window half as wide as the picture. */
function localSkewness({ width, height, pixels }: GreyImage): number {
  const { run, bytes, doubles } = kernel;
  const step = Math.max(1, Math.floor(Math.max(width, height) / SAMPLES));
  const columns = after(ROOM, pixels.length);
  const reachX = Math.max(2, width >> 2);
  const reachY = Math.max(2, height >> 2);
  const before = after(columns, 2 * width + 32);
  const counts = after(before, 4 * (width + 2 * reachX + 2));
  const sums = after(counts, 8 * (width + 2));
  bytes.set(pixels, ROOM);
  run.moments(
    ...[ROOM, width, height, step, reachX, reachY],
    ...[columns, before, counts, sums],
  );
  const count = Math.ceil(width / step) * Math.ceil(height / step);
  const first = doubles[sums / 8]!;
  const second = doubles[sums / 8 + 1]!;
  const third = doubles[sums / 8 + 2]!;
  // Central moments from plain ones.
  const mean = first / count;
  const variance = second / count - mean * mean;
  const skew = third / count - 3 * mean * variance - mean ** 3;
  return variance > 0 ? skew / variance ** 1.5 : 0;
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
