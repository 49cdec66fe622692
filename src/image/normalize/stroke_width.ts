/**
 * How wide strokes are, and how much is missing to be as wide as MNIST's.
 *
 * @module
 */

import { FINE } from "./layout.ts";

/** Strokes thinner than this, in pixels of the digit image, are widened. */
const THINNEST = 1.8;

/**
 * Mean width of strokes: twice the area by the outline's length, which is
 * exact for long bars.
 *
 * @param area Cells of ink on the fine grid.
 * @param steps Sides of these cells at which there is none.
 * @returns The width in cells, 0 without ink.
 */
export function strokeWidth(area: number, steps: number): number {
  // Steps along an outline of any direction are 4 / pi times its length.
  return steps > 0 ? 2 * area / (steps * Math.PI / 4) : 0;
}

/**
 * How far each side of the strokes must grow to be as wide as a pen's in
 * MNIST. Averaged to 28x28, a hairline would be too faint to read.
 *
 * @param area Cells of ink on the fine grid.
 * @param steps Sides of these cells at which there is none.
 * @returns Cells; 0 for strokes that are wide enough, and without ink.
 */
export function missingWidth(area: number, steps: number): number {
  const width = strokeWidth(area, steps);
  return width > 0 ? Math.max(0, THINNEST * FINE - width) / 2 : 0;
}
