/**
 * Strokes of a digit that are much paler than the rest: another pen, a dry one,
 * a pencil that was pressed less.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { type Component, findComponents } from "./components.ts";
import type { InkParts } from "./pale_lines.ts";
import { widthOfParts } from "./stroke_width.ts";
import { splitLevels } from "./threshold.ts";

/** Darkness of pale strokes, at least, of the dark ones'. */
const PALEST = 0.25;

/** Separation of pale strokes from paper, in deviations. */
const SEPARATE = 5;

/** Pale strokes' area, at least, of the dark ones'. */
const LEAST_AREA = 0.25;

/** Pixels that a stroke's soft edge is wide. */
const SOFT_EDGE = 2;

/** Width of pale and dark strokes together, at most, of the dark ones'. */
const WIDEST = 1.4;

/** Area of other pale parts, at most, of the digit's. */
const OTHERS = 0.05;

/**
 * Levels dark and pale strokes where both together are one digit: the pale ones
 * go on where the dark ones end, as wide, and end inside the picture.
 *
 * @param parts Ink, its levels and its parts.
 * @returns The ink, none darker than the pale strokes; null if there are none.
 */
export function withPaleStrokes(
  { ink, split: { threshold, high }, components }: InkParts,
): GreyImage | null {
  const { width, height, pixels } = ink;
  const least = PALEST * high;
  let between = 0;
  for (const level of pixels) {
    if (level > least && level <= threshold) between++;
  }
  const dark = components.list.reduce((sum, { area }) => sum + area, 0);
  if (between < LEAST_AREA * dark) return null;
  const pale = splitLevels(pixels.filter((level) => level <= threshold));
  if (pale.high < least || pale.separation < SEPARATE) return null;
  const all = findComponents(pixels, width, pale.threshold);
  const digit = all.list.reduce<Component | null>(
    (a, b) => a === null || b.area > a.area ? b : a,
    null,
  );
  if (digit === null) return null;
  const { left, top, right, bottom, area } = digit;
  if (left === 0 || top === 0 || right === width || bottom === height) {
    return null;
  }
  const sum = all.list.reduce((sum, part) => sum + part.area, 0);
  if (sum - area > OTHERS * area) return null;
  const away = farFromDark(ink, pale.threshold, threshold);
  if (away < LEAST_AREA * dark) return null;
  const wide = widthOfParts(all, [digit], width);
  if (wide > WIDEST * widthOfParts(components, components.list, width)) {
    return null;
  }
  const most = Math.round(pale.high);
  return { width, height, pixels: pixels.map((v) => v < most ? v : most) };
}

/** Pixels of pale ink that are no soft edge of dark ink. */
function farFromDark(
  { width, height, pixels }: GreyImage,
  paper: number,
  pale: number,
): number {
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const level = pixels[y * width + x]!;
      if (level <= paper || level > pale) continue;
      let isFar = true;
      for (let v = y - SOFT_EDGE; isFar && v <= y + SOFT_EDGE; v++) {
        for (let u = x - SOFT_EDGE; u <= x + SOFT_EDGE; u++) {
          if (u < 0 || v < 0 || u >= width || v >= height) continue;
          if (pixels[v * width + u]! > pale) isFar = false;
        }
      }
      if (isFar) count++;
    }
  }
  return count;
}
