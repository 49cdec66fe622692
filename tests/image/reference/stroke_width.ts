/**
 * How wide strokes are, and making thin ones as wide as MNIST's.
 *
 * @module
 */

import { distanceToInk } from "./distance.ts";
import { FINE, type FineInk } from "../../../src/image/normalize/layout.ts";

/** Strokes thinner than this, in pixels of the digit image, are widened. */
const THINNEST = 1.8;

/** Share of ink from which a cell is counted as ink. */
const INK = 0.5;

/**
 * Mean width of strokes: twice the area by the outline's length, which is
 * exact for long bars.
 *
 * @param fine Ink on the fine grid.
 * @returns The width in cells, 0 without ink.
 */
export function strokeWidth({ width, height, ink }: FineInk): number {
  let area = 0;
  let steps = 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (ink[at]! < INK) continue;
      area++;
      if (x === 0 || ink[at - 1]! < INK) steps++;
      if (x === width - 1 || ink[at + 1]! < INK) steps++;
      if (y === 0 || ink[at - width]! < INK) steps++;
      if (y === height - 1 || ink[at + width]! < INK) steps++;
    }
  }
  // Steps along an outline of any direction are 4 / pi times its length.
  return steps > 0 ? 2 * area / (steps * Math.PI / 4) : 0;
}

/**
 * How far each side of the strokes must grow to be as wide as a pen's in
 * MNIST. Averaged to 28x28, a hairline would be too faint to read.
 *
 * @param fine Ink on the fine grid.
 * @returns Cells; 0 for strokes that are wide enough, and without ink.
 */
export function missingWidth(fine: FineInk): number {
  const width = strokeWidth(fine);
  return width > 0 ? Math.max(0, THINNEST * FINE - width) / 2 : 0;
}

/**
 * Lets every stroke grow to all sides.
 *
 * @param fine Ink on the fine grid.
 * @param reach How far, in cells; the new edge is one cell soft.
 * @returns Ink on a grid of the same size.
 */
export function widen(fine: FineInk, reach: number): FineInk {
  const isInk = new Uint8Array(fine.ink.length);
  for (let i = 0; i < isInk.length; i++) isInk[i] = fine.ink[i]! >= INK ? 1 : 0;
  const ink = distanceToInk(isInk, fine.width);
  for (let i = 0; i < ink.length; i++) {
    const grown = Math.min(1, Math.max(0, reach + 0.5 - ink[i]!));
    ink[i] = Math.max(fine.ink[i]!, grown);
  }
  return { ...fine, ink };
}
