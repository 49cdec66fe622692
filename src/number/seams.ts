/**
 * Seams: paths from the top of a piece of ink to its bottom that cross as
 * little ink as possible.
 *
 * A seam moves by at most one column per row, as in seam carving (Avidan and
 * Shamir, "Seam carving for content-aware image resizing", SIGGRAPH 2007), so
 * it can pass between digits that lean or interlock. The best seam through a
 * pixel joins the best paths to it from the top and from the bottom: two passes
 * of dynamic programming find them for all pixels.
 *
 * @module
 */

import type { InkPlane } from "./ink_plane.ts";
import { heightOf, type Piece, widthOf } from "./pieces.ts";

/** A path through a piece. */
export interface Seam {
  /** For each row of the piece, the first column of the picture right of the seam. */
  readonly columns: Int32Array;
  /** Ink that it crosses, in pixels; pale ink counts less. */
  readonly cost: number;
  /** Pixels of ink on it. */
  readonly ink: number;
  /** Pixels of its longest stretch of ink. */
  readonly longest: number;
  /** Its sideways steps. */
  readonly aside: number;
  /** Pixels of the piece's ink to the left of it. */
  readonly before: number;
}

/**
 * Cost of a sideways step, in pixels of ink: small, so that it only breaks
 * ties.
 */
const ASIDE = 0.15;

/**
 * The cost of a pixel is its share of ink raised to this power. Where digits
 * barely touch, their soft edges meet, which are paler than a stroke.
 */
const PALENESS = 3;

/** Minimum share of the piece's ink on either side. */
const LEAST_PART = 0.05;

/** Seams that differ by less than this share of the ink count as the same. */
const SAME = 0.03;

/** Seams are sought through the pixels of a grid of about this many rows. */
const FINENESS = 16;

/** Maximum seams of a piece. */
const MOST_SEAMS = 100;

/**
 * The best seams through a piece's ink, cheapest first; each divides the ink
 * differently.
 *
 * @param piece Connected ink.
 * @param plane The picture that contains it.
 */
export function findSeams(piece: Piece, plane: InkPlane): Seam[] {
  const field = fieldOf(piece, plane);
  const { width, height, cost } = field;
  const down = waysTo(field, 0, 1);
  const up = waysTo(field, height - 1, -1);
  const every = Math.max(1, Math.round(height / FINENESS));
  const starts: { readonly at: number; readonly through: number }[] = [];
  for (let y = 0; y < height; y += every) {
    for (let x = 1; x < width; x += every) {
      const at = y * width + x;
      if (cost[at]! === 0) continue;
      starts.push({ at, through: down.total[at]! + up.total[at]! - cost[at]! });
    }
  }
  starts.sort((a, b) => a.through - b.through);
  const least = LEAST_PART * piece.area;
  const isSeen = new Uint8Array(cost.length);
  const seams: Seam[] = [];
  for (const { at, through } of starts) {
    if (seams.length === MOST_SEAMS) break;
    if (isSeen[at] === 1) continue;
    const columns = new Int32Array(height);
    trace(down, width, at, 1, columns);
    trace(up, width, at, -1, columns);
    for (let row = 0; row < height; row++) {
      isSeen[row * width + columns[row]!] = 1;
    }
    const before = inkBefore(field, columns);
    if (before < least || before > piece.area - least) continue;
    const isKnown = seams.some((seam) =>
      areAlike(field, seam.columns, columns, SAME * piece.area)
    );
    if (isKnown) continue;
    seams.push(follow(field, columns, before, through));
  }
  for (const { columns } of seams) {
    for (let row = 0; row < height; row++) columns[row]! += piece.left;
  }
  return seams;
}

/**
 * A piece's box: the cost of each pixel, and how much ink is to the left of it.
 */
interface Field {
  readonly width: number;
  readonly height: number;
  /** `[height, width]`, 0 for paper. */
  readonly cost: Float32Array;
  /** `[height, width]`: pixels of ink to the left of each, in its row. */
  readonly before: Uint16Array;
}

function fieldOf(piece: Piece, { ink, width: columns, shares }: InkPlane) {
  const width = widthOf(piece);
  const height = heightOf(piece);
  const { runs, left, top } = piece;
  const costs = shares.map((share) => Math.max(0.02, share ** PALENESS));
  const cost = new Float32Array(width * height);
  const before = new Uint16Array(width * height);
  for (let at = 0; at < runs.length; at += 3) {
    const from = runs[at]! * columns;
    const to = (runs[at]! - top) * width - left;
    for (let x = runs[at + 1]!; x < runs[at + 2]!; x++) {
      cost[to + x] = costs[ink[from + x]!]!;
    }
  }
  for (let row = 0, at = 0; row < height; row++) {
    for (let x = 0, count = 0; x < width; x++, at++) {
      before[at] = count;
      if (cost[at]! > 0) count++;
    }
  }
  return { width, height, cost, before };
}

/** Costs of the best paths to each pixel, and the last step of each path. */
interface Ways {
  readonly total: Float32Array;
  readonly step: Int8Array;
}

/** The best paths to every pixel from the top or bottom row. */
function waysTo(
  { width, height, cost }: Field,
  first: number,
  direction: 1 | -1,
): Ways {
  const total = new Float32Array(cost.length);
  const step = new Int8Array(cost.length);
  total.set(cost.subarray(first * width, (first + 1) * width), first * width);
  for (let i = 1, row = first; i < height; i++) {
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
      total[row * width + x] = best + cost[row * width + x]!;
      step[row * width + x] = from;
    }
  }
  return { total, step };
}

/** Follows a path back from a pixel to the row where it began. */
function trace(
  { step }: Ways,
  width: number,
  start: number,
  direction: 1 | -1,
  columns: Int32Array,
): void {
  let x = start % width;
  const end = direction === 1 ? -1 : columns.length;
  for (let row = (start - x) / width; row !== end; row -= direction) {
    columns[row] = x;
    x += step[row * width + x]!;
  }
}

function inkBefore({ width, before }: Field, columns: Int32Array): number {
  let sum = 0;
  for (let row = 0; row < columns.length; row++) {
    sum += before[row * width + columns[row]!]!;
  }
  return sum;
}

/** Whether there are fewer than `least` pixels of ink between two seams. */
function areAlike(
  { width, before }: Field,
  a: Int32Array,
  b: Int32Array,
  least: number,
): boolean {
  let sum = 0;
  for (let row = 0, at = 0; row < a.length; row++, at += width) {
    sum += Math.abs(before[at + a[row]!]! - before[at + b[row]!]!);
    if (sum >= least) return false;
  }
  return true;
}

/** Measures what a seam crosses. */
function follow(
  { width, cost }: Field,
  columns: Int32Array,
  before: number,
  total: number,
): Seam {
  let ink = 0;
  let longest = 0;
  let length = 0;
  let aside = 0;
  for (let row = 0; row < columns.length; row++) {
    if (row > 0 && columns[row] !== columns[row - 1]) aside++;
    if (cost[row * width + columns[row]!] === 0) {
      length = 0;
      continue;
    }
    ink++;
    length++;
    longest = Math.max(longest, length);
  }
  return { columns, cost: total, ink, longest, aside, before };
}
