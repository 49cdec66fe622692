/**
 * Finds strokes of a digit that are much paler than the others: from another
 * pen, a drying one, or a pencil with less pressure.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { type Box, type Component, findComponents } from "./components.ts";
import type { InkParts } from "./ink_parts.ts";
import { boxAround } from "./select.ts";
import { widthOfParts } from "./stroke_width.ts";
import { splitLevels } from "./threshold.ts";

/** Minimum darkness of pale strokes, relative to the dark ones. */
const PALEST = 0.25;

/** Minimum separation of pale strokes from paper, in deviations. */
const SEPARATE = 5;

/** Minimum area of pale strokes, relative to the dark ones. */
const LEAST_AREA = 0.25;

/** Width of a stroke's soft edge, in pixels. */
const SOFT_EDGE = 2;

/** Maximum width of all strokes, relative to the dark ones. */
const WIDEST = 1.4;

/** Maximum area of other pale parts, relative to the digit. */
const OTHERS = 0.05;

/**
 * Evens out dark and pale strokes if they form one digit: the pale ones
 * continue the dark ones, are as wide, and end inside the picture.
 *
 * @param parts Ink, its levels and its parts.
 * @returns The ink, none of it darker than the pale strokes; null if there are
 * no pale strokes.
 */
export function withPaleStrokes(
  { ink, split: { threshold, high }, components }: InkParts,
): GreyImage | null {
  const { width, height, pixels } = ink;
  const least = PALEST * high;
  let between = 0;
  for (let at = 0; at < pixels.length; at++) {
    if (pixels[at]! > least && pixels[at]! <= threshold) between++;
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
  // What surrounds the dark ink is a frame.
  if (isInside(boxAround(components.list), digit)) return null;
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

/** Whether a box is inside another one, away from its edges on all sides. */
function isInside(inner: Box, outer: Box): boolean {
  return inner.left > outer.left + SOFT_EDGE &&
    inner.top > outer.top + SOFT_EDGE &&
    inner.right < outer.right - SOFT_EDGE &&
    inner.bottom < outer.bottom - SOFT_EDGE;
}

/** Number of pale pixels that are not the soft edge of dark ink. */
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
