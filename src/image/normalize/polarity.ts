/**
 * Polarity: dark ink on light paper, or light ink on a dark ground.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { localContrast } from "./contrast.ts";
import { splitLevels } from "./threshold.ts";

/** Reach of a window that is wider than any stroke, of the picture's side. */
const WIDE = 1 / 4;

/** Reach of a window that is about as wide as a stroke. */
const NARROW = 1 / 12;

/** Skewness of local contrast below which it decides nothing. */
const CLEAR_SKEWNESS = 0.5;

/** Logarithms of levels, up to 255: ink is as strong in a shadow as in light. */
const LOGARITHMS = Uint8Array.from(
  { length: 256 },
  (_, level) => 255 * Math.log1p(level) / Math.log(256),
);

/** Dark and light shares of a border that belongs to more than the ground. */
const MIXED = 0.3;

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
 * polarity, under uneven light too. It is undecided in two cases:
 *
 * - Ink covers about half, in a heavy digit cut out tightly. The side that
 *   holds more of the picture and of its border is the ground.
 * - The edge of a hard shadow crosses the picture. Then the border is partly
 *   light and partly dark, and narrow windows show the ink: on both sides of a
 *   straight edge, contrast is the same.
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

/** The dark shares of all pixels and of the border's pixels. */
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
