/**
 * Cuts digits that touch: a wide piece of ink falls into parts along the seams
 * that cross least ink.
 *
 * More cuts are proposed than are true ones; which parts belong together is
 * decided by reading them (see lattice.ts). This is the over-segmentation of
 * Fujisawa, Nakano and Kurino, "Segmentation methods for character
 * recognition" (Proceedings of the IEEE 80, 1992).
 *
 * @module
 */

import { heightOf, type Piece, pieceOf, widthOf } from "./pieces.ts";
import { findSeams, type Seam } from "./seams.ts";

/** A part of a piece, and what joined it to the part before. */
export interface CutPiece {
  /** The part. */
  readonly piece: Piece;
  /**
   * What was cut to the left of it: 0 for a piece's first part, else at least 1;
   * about the number of strokes crossed.
   */
  readonly seam: number;
}

/** Pieces lower than this share of the line's height are not cut. */
const LOWEST = 0.5;

/** Most cuts for each of the line's heights that a piece is wide. */
const CUTS = 3;

/** Least share of a piece's ink on either side of a cut, and between two. */
const LEAST_PART = 0.07;

/** Cuts that cross more strokes than this are not proposed. */
const MOST_STROKES = 3;

/**
 * Cuts a piece where digits may touch.
 *
 * @param piece Connected ink.
 * @param height The height of its line's digits, in pixels.
 * @param stroke The width of the pen, in pixels.
 * @returns Its parts from left to right; the piece alone if nothing is cut.
 */
export function cutPiece(
  piece: Piece,
  height: number,
  stroke: number,
): CutPiece[] {
  if (heightOf(piece) < LOWEST * height) return [{ piece, seam: 0 }];
  const most = Math.round(CUTS * widthOf(piece) / height);
  const parts: CutPiece[] = [];
  let rest = piece;
  let seam = 0;
  for (const cut of choose(findSeams(piece), piece.area, most)) {
    const [left, right] = divide(rest, piece.top, cut.columns);
    if (left === null || right === null) continue;
    parts.push({ piece: left, seam });
    rest = right;
    seam = cut.strokes +
      Math.max(0, cut.ink / (stroke * Math.max(1, cut.strokes)) - 1);
  }
  return [...parts, { piece: rest, seam }];
}

/** The seams that cross least ink, with ink between any two, from left to right. */
function choose(seams: readonly Seam[], area: number, most: number): Seam[] {
  const least = LEAST_PART * area;
  const chosen: Seam[] = [];
  const byCost = seams
    .filter(({ strokes, before }) =>
      strokes <= MOST_STROKES && before >= least && before <= area - least
    )
    .sort((a, b) => a.cost - b.cost);
  for (const seam of byCost) {
    if (chosen.length === most) break;
    if (chosen.every(({ before }) => Math.abs(before - seam.before) >= least)) {
      chosen.push(seam);
    }
  }
  return chosen.sort((a, b) => a.before - b.before);
}

/** The ink to the left of a seam and to the right of it; null for none. */
function divide(
  { runs, origin }: Piece,
  top: number,
  columns: Int32Array,
): [Piece | null, Piece | null] {
  const left: number[] = [];
  const right: number[] = [];
  for (let at = 0; at < runs.length; at += 3) {
    const row = runs[at]!;
    const start = runs[at + 1]!;
    const end = runs[at + 2]!;
    const x = columns[row - top]!;
    if (start < x) left.push(row, start, Math.min(end, x));
    if (end > x) right.push(row, Math.max(start, x), end);
  }
  return [
    left.length === 0 ? null : pieceOf(left, origin),
    right.length === 0 ? null : pieceOf(right, origin),
  ];
}
