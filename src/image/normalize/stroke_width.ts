/**
 * Measures stroke width, and widens strokes to that of MNIST's pens.
 *
 * @module
 */

import type { Component, Components } from "./components.ts";
import { distanceToInk, INK } from "./distance.ts";
import { FINE, type FineInk } from "./layout.ts";

/**
 * Minimum width of strokes, in pixels of the digit image; thinner ones are
 * widened.
 */
const THINNEST = 1.8;

/**
 * Mean width of strokes: twice the area divided by the length of the outline,
 * which is exact for long bars.
 *
 * @param fine Ink on the fine grid.
 * @returns The width in cells, 0 without ink.
 *
 * @example
 * ```ts
 * import { strokeWidth } from "./stroke_width.ts";
 * import assert from "node:assert/strict";
 *
 * const bar = { width: 80, height: 4, ink: new Float32Array(320).fill(1) };
 * assert.ok(Math.abs(strokeWidth(bar) - 4 * 4 / Math.PI) < 0.3);
 * ```
 */
export function strokeWidth({ width, height, ink }: FineInk): number {
  let area = 0;
  let sides = 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (ink[at]! < INK) continue;
      area++;
      if (x === 0 || ink[at - 1]! < INK) sides++;
      if (x === width - 1 || ink[at + 1]! < INK) sides++;
      if (y === 0 || ink[at - width]! < INK) sides++;
      if (y === height - 1 || ink[at + width]! < INK) sides++;
    }
  }
  return widthOf(area, sides);
}

/**
 * The same for connected parts of a picture.
 *
 * @param components All components of the picture.
 * @param parts The components to measure.
 * @param width Pixels in a row.
 * @returns The width in pixels, 0 without ink.
 */
export function widthOfParts(
  { runs, labels }: Components,
  parts: readonly Component[],
  width: number,
): number {
  const isMeasured = new Set(parts.map(({ label }) => label));
  let area = 0;
  let ends = 0;
  let covered = 0;
  let above = 0;
  for (let run = 0; run < labels.length; run++) {
    if (!isMeasured.has(labels[run]!)) continue;
    const start = runs[2 * run]! - width;
    const end = runs[2 * run + 1]! - width;
    area += end - start;
    ends += 2;
    // The ink above belongs to the same part.
    while (runs[2 * above + 1]! <= start) above++;
    for (let other = above; runs[2 * other]! < end; other++) {
      covered += Math.min(end, runs[2 * other + 1]!) -
        Math.max(start, runs[2 * other]!);
    }
  }
  return widthOf(area, ends + 2 * (area - covered));
}

/** Twice the area divided by the length of the outline. */
function widthOf(area: number, sides: number): number {
  // Pixel sides along an outline are 4 / pi times its length on average.
  return sides > 0 ? 2 * area / (sides * Math.PI / 4) : 0;
}

/**
 * How far strokes must grow on each side to be as wide as a pen's in MNIST. A
 * hairline averaged to 28x28 would be too faint to read.
 *
 * @param fine Ink on the fine grid.
 * @returns Cells; 0 if strokes are wide enough, or there is no ink.
 */
export function missingWidth(fine: FineInk): number {
  const width = strokeWidth(fine);
  return width > 0 ? Math.max(0, THINNEST * FINE - width) / 2 : 0;
}

/**
 * Widens every stroke on all sides.
 *
 * @param fine Ink on the fine grid.
 * @param reach Cells from the centre of the outermost ink to the new edge,
 * which is one cell wide.
 * @returns Ink on a grid of the same size.
 */
export function widen(fine: FineInk, reach: number): FineInk {
  const ink = distanceToInk(fine.ink, fine.width);
  for (let i = 0; i < ink.length; i++) {
    const grown = reach + 0.5 - ink[i]!;
    const share = grown < 0 ? 0 : grown > 1 ? 1 : grown;
    ink[i] = Math.max(fine.ink[i]!, share);
  }
  return { ...fine, ink };
}
