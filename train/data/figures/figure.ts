/**
 * What is drawn into a picture: a digit, a letter, a scribble; as a pen's strokes or as the
 * outline of its ink. How it comes onto paper is photograph.ts' matter.
 *
 * @module
 */

import type { Stroke } from "../../../src/image/strokes.ts";

/** Sides of a figure without its pen's width. */
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
  /** Tells it from an outline. */
  readonly kind: "strokes";
  /** In order, with at least one point in all. */
  readonly strokes: readonly Stroke[];
}

/** A figure that is a filled area, as a font's letter is. */
export interface OutlineFigure {
  /** Tells it from strokes. */
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
