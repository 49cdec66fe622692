/**
 * Polarity: dark ink on light paper, or light ink on a dark ground.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { localContrast } from "./contrast.ts";
import { splitLevels } from "./threshold.ts";

/**
 * Reach of a window that is wider than any stroke, as a share of the picture's
 * side.
 */
const WIDE = 1 / 4;

/** Reach of a window that is about as wide as a stroke. */
const NARROW = 1 / 12;

/** Minimum skewness of local contrast that decides. */
const CLEAR_SKEWNESS = 0.5;

/**
 * Logarithmic levels, up to 255, because ink differs as much in a shadow as in
 * light.
 */
const LOGARITHMS = Uint8Array.from(
  { length: 256 },
  (_, level) => 255 * Math.log1p(level) / Math.log(256),
);

/** Minimum dark and light shares of a border that is not only ground. */
const MIXED = 0.3;

/**
 * Inverts a picture whose ink is light.
 *
 * @param image A grey picture.
 * @returns The same picture if its ink is dark, else its negative.
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
 * Ink covers less than its ground, so grey values relative to their
 * surroundings are skewed to the ink's side, even under uneven light. Skewness
 * does not decide in two cases:
 *
 * - Ink covers about half, as in a heavy digit that is cut out tightly. The
 *   ground is the side that has more of the picture and of its border.
 * - The edge of a hard shadow crosses the picture. Then the border is partly
 *   light and partly dark, and narrow windows decide: contrast is equal on both
 *   sides of a straight edge.
 *
 * @param image A grey picture.
 */
export function isInkLight(image: GreyImage): boolean {
  const { skewness } = localContrast(image, WIDE);
  if (Math.abs(skewness) >= CLEAR_SKEWNESS) return skewness > 0;
  const { whole, border } = sharesOfDark(image);
  const isMixed = border > MIXED && border < 1 - MIXED;
  if (isMixed) {
    const pixels = image.pixels.map((level) => LOGARITHMS[level]!);
    return localContrast({ ...image, pixels }, NARROW).skewness > 0;
  }
  return whole + border > 1;
}

/** The dark shares of all pixels and of the border. */
function sharesOfDark({ width, height, pixels }: GreyImage) {
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
  return { whole: dark / pixels.length, border: darkBorder / border };
}
