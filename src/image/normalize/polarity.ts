/**
 * Polarity: dark ink on light paper, or light ink on a dark ground.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { localContrast } from "./contrast.ts";
import { splitLevels } from "./threshold.ts";

/** Skewness of local contrast below which the border decides. */
const CLEAR_SKEWNESS = 0.5;

/**
 * Inverts a picture whose ink is light.
 *
 * @param image A grey picture.
 * @returns The same picture if its ink is dark, else a negative of it.
 *
 * @example
 * ```ts
 * import { darkOnLight } from "./polarity.ts";
 * import assert from "node:assert/strict";
 *
 * const pixels = new Uint8Array(100);
 * pixels[55] = 255; // One light pixel on black.
 * const image = darkOnLight({ width: 10, height: 10, pixels });
 * assert.deepEqual([image.pixels[54], image.pixels[55]], [255, 0]);
 * ```
 */
export function darkOnLight(image: GreyImage): GreyImage {
  if (!isInkLight(image)) return image;
  const pixels = new Uint8Array(image.pixels.length);
  for (let i = 0; i < pixels.length; i++) pixels[i] = 255 - image.pixels[i]!;
  return { ...image, pixels };
}

/**
 * Whether the ink is lighter than its ground.
 *
 * Ink covers less than its ground does, so that grey values measured against
 * their surroundings lean to the ink's side: their skewness shows the
 * polarity, under uneven light too. Where ink covers about half (a heavy digit
 * cut out tightly) that is undecided, and the side that holds more of the
 * picture and of its border is the ground.
 *
 * @param image A grey picture.
 */
export function isInkLight(image: GreyImage): boolean {
  const { skewness } = localContrast(image);
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
