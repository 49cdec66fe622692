/**
 * How likely a seam parts two digits, by its shape alone.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { heightOf, type Piece } from "./pieces.ts";
import type { Seam } from "./seams.ts";

/** Features of a seam, in pen widths or line heights. */
export interface SeamFeatures {
  /** Always 1. */
  readonly bias: number;
  /** Ink that it crosses, in pen widths; pale ink counts less. */
  readonly cost: number;
  /** The same, with all ink counted alike. */
  readonly ink: number;
  /** Its longest stretch of ink, in pen widths. */
  readonly longest: number;
  /** Its sideways steps, in heights. */
  readonly aside: number;
  /** How dark the crossed ink is, 0 to 1. */
  readonly dark: number;
  /** Ink on the side with less, in strokes of the line's height. */
  readonly least: number;
  /** Height of the lower side, in heights. */
  readonly lower: number;
  /** Columns that both sides share, in heights. */
  readonly overlap: number;
  /** Distance of the ink's shares from half, 0 to 0.5. */
  readonly unequal: number;
}

/**
 * Weights of a logistic regression, fitted by
 * `train/evaluate/numbers/fit_seams.ts` to rows of training digits.
 */
const WEIGHTS: SeamFeatures = {
  bias: -4.2,
  cost: -3.22,
  ink: -1.35,
  longest: 3.18,
  aside: 10.54,
  dark: -3.82,
  least: 3.04,
  lower: 3.56,
  overlap: -8.44,
  unequal: 2.26,
};

/**
 * Computes the features of a seam.
 *
 * @param piece The piece that it divides.
 * @param seam The seam.
 * @param height The height of the line's digits, in pixels.
 * @param stroke The width of the pen, in pixels.
 */
export function seamFeatures(
  piece: Piece,
  { columns, cost, ink, longest, aside, before }: Seam,
  height: number,
  stroke: number,
): SeamFeatures {
  const left = boxBeside(piece, columns, -1);
  const right = boxBeside(piece, columns, 1);
  const lower = Math.min(heightOf(left), heightOf(right)) / height;
  const least = Math.min(before, piece.area - before) / (height * stroke);
  return {
    bias: 1,
    cost: Math.min(6, cost / stroke),
    ink: Math.min(8, ink / stroke),
    longest: Math.min(5, longest / stroke),
    aside: aside / height,
    dark: ink > 0 ? cost / ink : 0,
    least: Math.min(1.5, least),
    lower: Math.min(1, lower),
    overlap: Math.max(0, left.right - right.left) / height,
    unequal: Math.abs(before / piece.area - 0.5),
  };
}

/**
 * Log odds that a seam separates two digits.
 *
 * @param features From {@linkcode seamFeatures}.
 */
export function seamPlausibility(features: SeamFeatures): number {
  let sum = 0;
  for (const name of Object.keys(WEIGHTS) as (keyof SeamFeatures)[]) {
    sum += WEIGHTS[name] * features[name];
  }
  return sum;
}

/** The box around the ink on one side of a seam: -1 left, 1 right. */
function boxBeside(
  { runs, top: first }: Piece,
  columns: Int32Array,
  side: 1 | -1,
): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < runs.length; at += 3) {
    const row = runs[at]!;
    const column = columns[row - first]!;
    const start = side === 1 ? Math.max(runs[at + 1]!, column) : runs[at + 1]!;
    const end = side === 1 ? runs[at + 2]! : Math.min(runs[at + 2]!, column);
    if (end <= start) continue;
    if (start < left) left = start;
    if (end > right) right = end;
    if (row < top) top = row;
    bottom = row + 1;
  }
  return { left, right, top, bottom };
}
