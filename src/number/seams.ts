/**
 * Seams: ways from the upper edge of a piece of ink to its lower one that cross
 * as little ink as possible.
 *
 * A seam moves by at most a column from row to row, as in seam carving (Avidan
 * and Shamir, "Seam carving for content-aware image resizing", SIGGRAPH 2007),
 * so it finds its way between digits that lean or interlock. The best seam
 * through each column of the middle row is the best way down to it and the best
 * way up to it: two passes of dynamic programming give them all.
 *
 * @module
 */

import { heightOf, type Piece, widthOf } from "./pieces.ts";

/** A way through a piece. */
export interface Seam {
  /** For each row of the piece, the first column of the picture right of the seam. */
  readonly columns: Int32Array;
  /** Pixels of ink on it. */
  readonly ink: number;
  /** Stretches of ink on it. */
  readonly strokes: number;
  /** Ink, and a little for each step aside. */
  readonly cost: number;
  /** Pixels of the piece's ink to the left of it. */
  readonly before: number;
}

/** What a step aside costs, in pixels of ink: little, so that ties go to straight seams. */
const ASIDE = 0.15;

/**
 * The best seam through each column of a piece's middle row.
 *
 * @param piece Connected ink.
 * @returns One seam a column, from left to right; those that are the same ink
 * apart from each other too.
 */
export function findSeams(piece: Piece): Seam[] {
  const width = widthOf(piece);
  const height = heightOf(piece);
  const ink = maskOf(piece, width, height);
  const middle = height >> 1;
  const down = costs(ink, width, 0, middle, 1);
  const up = costs(ink, width, height - 1, middle, -1);
  const seams: Seam[] = [];
  for (let column = 1; column < width; column++) {
    const columns = new Int32Array(height);
    trace(down, width, 0, middle, 1, column, columns);
    trace(up, width, height - 1, middle, -1, column, columns);
    const at = middle * width + column;
    const cost = down.total[at]! + up.total[at]! - ink[at]!;
    seams.push(follow(piece, ink, width, columns, cost));
  }
  return seams;
}

/** Costs of the best ways to each cell, and the steps that they came by. */
interface Ways {
  readonly total: Float32Array;
  readonly step: Int8Array;
}

/** 1 for ink, 0 for paper, in a piece's box. */
function maskOf(piece: Piece, width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  const { runs, left, top } = piece;
  for (let at = 0; at < runs.length; at += 3) {
    const row = (runs[at]! - top) * width - left;
    mask.fill(1, row + runs[at + 1]!, row + runs[at + 2]!);
  }
  return mask;
}

/** Best ways from an outer row to the middle one. */
function costs(
  ink: Uint8Array,
  width: number,
  first: number,
  middle: number,
  direction: 1 | -1,
): Ways {
  const total = new Float32Array(ink.length);
  const step = new Int8Array(ink.length);
  for (let x = 0; x < width; x++) {
    total[first * width + x] = ink[first * width + x]!;
  }
  for (let row = first; row !== middle;) {
    const before = row * width;
    row += direction;
    for (let x = 0; x < width; x++) {
      let best = total[before + x]!;
      let from = 0;
      if (x > 0 && total[before + x - 1]! + ASIDE < best) {
        best = total[before + x - 1]! + ASIDE;
        from = -1;
      }
      if (x < width - 1 && total[before + x + 1]! + ASIDE < best) {
        best = total[before + x + 1]! + ASIDE;
        from = 1;
      }
      total[row * width + x] = best + ink[row * width + x]!;
      step[row * width + x] = from;
    }
  }
  return { total, step };
}

/** Goes back from the middle row to the outer one. */
function trace(
  { step }: Ways,
  width: number,
  first: number,
  middle: number,
  direction: 1 | -1,
  column: number,
  columns: Int32Array,
): void {
  let x = column;
  for (let row = middle; row !== first; row -= direction) {
    columns[row] = x;
    x += step[row * width + x]!;
  }
  columns[first] = x;
}

/** What a seam crosses, and what is to the left of it. */
function follow(
  { left, top, runs }: Piece,
  ink: Uint8Array,
  width: number,
  columns: Int32Array,
  cost: number,
): Seam {
  let crossed = 0;
  let strokes = 0;
  let isInk = false;
  for (let row = 0; row < columns.length; row++) {
    const here = ink[row * width + columns[row]!] === 1;
    if (here) crossed++;
    if (here && !isInk) strokes++;
    isInk = here;
  }
  const absolute = columns.map((column) => column + left);
  let before = 0;
  for (let at = 0; at < runs.length; at += 3) {
    const x = absolute[runs[at]! - top]!;
    before += Math.max(0, Math.min(x, runs[at + 2]!) - runs[at + 1]!);
  }
  return { columns: absolute, ink: crossed, strokes, cost, before };
}
