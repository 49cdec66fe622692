/**
 * Proposes cuts of a piece of ink, where touching digits may meet.
 *
 * There are more proposals than digits need; reading the parts decides (see
 * lattice.ts). This is the over-segmentation of Fujisawa, Nakano and Kurino,
 * "Segmentation methods for character recognition" (Proceedings of the IEEE 80,
 * 1992).
 *
 * @module
 */

import type { InkPlane } from "./ink_plane.ts";
import { heightOf, type Piece, pieceOf, widthOf } from "./pieces.ts";
import { seamFeatures, seamPlausibility } from "./seam_score.ts";
import { findSeams } from "./seams.ts";

/** A cut of a piece in two. */
export interface Cut {
  /** For each row of the piece, the first column of the picture right of the cut. */
  readonly columns: Int32Array;
  /** Pixels of the piece's ink to the left of it. */
  readonly before: number;
  /** Log odds that two digits meet here. */
  readonly plausibility: number;
}

/** Pieces lower than this share of the line's height are not cut. */
const LOWEST = 0.5;

/** Maximum cuts per line height of a piece's width. */
const CUTS = 5;

/** Share of a piece's ink that may be lost where two cuts cross. */
const MOST_LOST = 0.01;

/**
 * Proposes cuts of a piece.
 *
 * @param piece Connected ink.
 * @param plane The picture that contains it.
 * @param height The height of its line's digits, in pixels.
 * @param stroke The width of the pen, in pixels.
 * @returns The most plausible cuts, from left to right.
 */
export function findCuts(
  piece: Piece,
  plane: InkPlane,
  height: number,
  stroke: number,
): Cut[] {
  if (heightOf(piece) < LOWEST * height) return [];
  const most = Math.ceil(CUTS * widthOf(piece) / height);
  const ranked = findSeams(piece, plane)
    .map((seam): Cut => ({
      columns: seam.columns,
      before: seam.before,
      plausibility: seamPlausibility(seamFeatures(piece, seam, height, stroke)),
    }))
    .sort((a, b) => b.plausibility - a.plausibility);
  return ranked.slice(0, most).sort((a, b) => a.before - b.before);
}

/**
 * The ink of a piece between two of its cuts.
 *
 * @param piece The piece.
 * @param from The cut to the left; undefined for the piece's left end.
 * @param to The cut to the right; undefined for its right end.
 * @returns Null if there is no ink, or the cuts cross with ink between them.
 */
export function partOf(
  piece: Piece,
  from: Cut | undefined,
  to: Cut | undefined,
): Piece | null {
  const { runs, top, area } = piece;
  const found = new Int32Array(runs.length);
  let length = 0;
  for (let at = 0; at < runs.length; at += 3) {
    const row = runs[at]!;
    const start = from === undefined
      ? runs[at + 1]!
      : Math.max(runs[at + 1]!, from.columns[row - top]!);
    const end = to === undefined
      ? runs[at + 2]!
      : Math.min(runs[at + 2]!, to.columns[row - top]!);
    if (start >= end) continue;
    found[length] = row;
    found[length + 1] = start;
    found[length + 2] = end;
    length += 3;
  }
  if (length === 0) return null;
  const part = pieceOf(found.slice(0, length));
  const between = (to?.before ?? area) - (from?.before ?? 0);
  return Math.abs(part.area - between) > MOST_LOST * area ? null : part;
}
