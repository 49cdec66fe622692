/**
 * Pieces of ink, of which the digits of a number consist.
 *
 * @module
 */

import type { Box, Components } from "../image/normalize/components.ts";

/** A connected piece of ink, or a part that was cut from one. */
export interface Piece extends Box {
  /**
   * Three numbers per run of ink: its row, its first column, the column after
   * its last.
   */
  readonly runs: Int32Array;
  /** Pixels in it. */
  readonly area: number;
}

/**
 * Creates a piece from runs.
 *
 * @param runs Three numbers per run, in reading order; at least one run.
 *
 * @example
 * ```ts
 * import { pieceOf } from "./pieces.ts";
 * import assert from "node:assert/strict";
 *
 * const { left, top, right, bottom, area } = pieceOf(Int32Array.of(4, 1, 3, 5, 2, 6));
 * assert.deepEqual([left, top, right, bottom, area], [1, 4, 6, 6, 6]);
 * ```
 */
export function pieceOf(runs: Int32Array): Piece {
  let [left, right, area] = [Infinity, -Infinity, 0];
  for (let at = 0; at < runs.length; at += 3) {
    const start = runs[at + 1]!;
    const end = runs[at + 2]!;
    if (start < left) left = start;
    if (end > right) right = end;
    area += end - start;
  }
  return {
    runs,
    area,
    left,
    right,
    top: runs[0]!,
    bottom: runs[runs.length - 3]! + 1,
  };
}

/**
 * One piece for every connected component.
 *
 * @param components As returned by `findComponents`.
 * @param width Pixels in a row of the picture.
 */
export function piecesOf(
  { runs, labels, list }: Components,
  width: number,
): Piece[] {
  const collected: number[][] = list.map(() => []);
  for (let run = 0; run < labels.length; run++) {
    const start = runs[2 * run]!;
    const left = start % width;
    collected[labels[run]! - 1]!.push(
      (start - left) / width,
      left,
      left + runs[2 * run + 1]! - start,
    );
  }
  return collected.map((found) => pieceOf(Int32Array.from(found)));
}

/** Pixels from a box's left edge to its right one. */
export function widthOf({ left, right }: Box): number {
  return right - left;
}

/** Pixels from a box's upper edge to its lower one. */
export function heightOf({ top, bottom }: Box): number {
  return bottom - top;
}

/** How far two boxes overlap horizontally; negative for a gap. */
export function sharedColumns(a: Box, b: Box): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/** How far two boxes overlap vertically; negative for a gap. */
export function sharedRows(a: Box, b: Box): number {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
}

/**
 * Mean width of the strokes: twice the area divided by the length of the
 * outline. That is about pi times the number of runs, as an outline has as many
 * upright sides as level ones.
 */
export function penWidth(pieces: readonly Piece[]): number {
  let area = 0;
  let runs = 0;
  for (const piece of pieces) {
    area += piece.area;
    runs += piece.runs.length / 3;
  }
  return 2 * area / (Math.PI * Math.max(1, runs));
}
