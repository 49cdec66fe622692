/**
 * Figures to draw into a picture: a digit, a letter, a scribble, as pen strokes
 * or as the outline of their ink. photograph.ts puts them on paper.
 *
 * @module
 */

import type { Stroke } from "../../../src/image/strokes.ts";

/** Bounding box of a figure, ignoring the pen's width. */
export interface FigureBox {
  /** Leftmost coordinate. */
  readonly left: number;
  /** Topmost coordinate. */
  readonly top: number;
  /** Rightmost coordinate. */
  readonly right: number;
  /** Bottom coordinate. */
  readonly bottom: number;
}

/** A figure made with a pen. */
export interface StrokeFigure {
  /** Discriminates the kinds. */
  readonly kind: "strokes";
  /** In order, with at least one point in all. */
  readonly strokes: readonly Stroke[];
}

/** A figure that is a filled area, such as a font's letter. */
export interface OutlineFigure {
  /** Discriminates the kinds. */
  readonly kind: "outline";
  /** SVG path data, filled by the nonzero rule. */
  readonly path: string;
  /** What the path encloses. */
  readonly box: FigureBox;
}

/** A figure, in any unit. */
export type Figure = StrokeFigure | OutlineFigure;

/** The box around a figure. */
export function figureBox(figure: Figure): FigureBox {
  if (figure.kind === "outline") return figure.box;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of figure.strokes) {
    for (const value of x) {
      left = Math.min(left, value);
      right = Math.max(right, value);
    }
    for (const value of y) {
      top = Math.min(top, value);
      bottom = Math.max(bottom, value);
    }
  }
  return { left, top, right, bottom };
}
