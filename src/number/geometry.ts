/**
 * What the places and sizes of pieces say about which of them make up a digit.
 *
 * It does not look at the ink: how it reads is the recognizer's part, and both
 * are added up in read_line.ts.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { boxAround } from "../image/normalize/select.ts";
import { heightOf, sharedColumns, widthOf } from "./pieces.ts";

/** A piece in its line. */
export interface Placed extends Box {
  /** The same number for all parts of one connected piece. */
  readonly origin: number;
  /** What was cut to the left of it, see `CutPiece`; 0 for nothing. */
  readonly seam: number;
}

/**
 * Weights in logarithms of odds, lengths in heights of the line. They were
 * chosen by a random search for the most rows read right, composed of MNIST's
 * validation digits (`deno task evaluate:numbers`).
 */
const WEIGHTS = {
  /** For each height that a digit is wider than `wide`. */
  width: 17,
  wide: 0.86,
  /** For each height that a digit is lower than `low`. */
  lowness: 4.5,
  low: 0.8,
  /** For a cut between digits, and for each further stroke that it crosses. */
  cut: 4.7,
  strokes: 1,
  /** For two digits that share columns, by the share beyond `shared`. */
  overlap: 7.3,
  shared: 0.4,
  /** For two pieces of a digit that stand apart, by the gap and at all. */
  gap: 14,
  joint: 9.3,
  /** For ink that is skipped, at all and by its box, in squares of the height. */
  mark: 0.6,
  markArea: 25,
} as const;

/** Lower than this share of its line, ink is a part of a digit or a mark. */
const SMALL = 0.45;

/** The widest that several pieces can be and still be one digit. */
const WIDEST = 1.8;

/** The widest gap within a digit. */
const WIDEST_GAP = 0.35;

/** Pieces that share so many columns, in heights, are mostly parts of one digit. */
const OVERLAP = 0.15;

/** Pieces that share so much of the narrower one's columns are, too. */
const MOSTLY = 0.6;

/**
 * How plausible it is that some neighbouring pieces are one digit.
 *
 * @param line All pieces of the line, from left to right.
 * @param from The first of them.
 * @param to The piece after the last.
 * @param height The height of the line's digits.
 * @returns A logarithm of odds, at most 0; -Infinity if it cannot be.
 */
export function digitPlausibility(
  line: readonly Placed[],
  from: number,
  to: number,
  height: number,
): number {
  const parts = line.slice(from, to);
  const box = boxAround(parts);
  const width = widthOf(box) / height;
  if (parts.length > 1 && width > WIDEST) return -Infinity;
  const { width: perWidth, wide, lowness, low } = WEIGHTS;
  let score = beginning(line, from) -
    perWidth * Math.max(0, width - wide) -
    lowness * Math.max(0, low - heightOf(box) / height);
  let left: Box = parts[0]!;
  for (let i = 1; i < parts.length; i++) {
    score += joint(left, parts[i - 1]!, parts[i]!, height);
    left = boxAround([left, parts[i]!]);
  }
  return score;
}

/**
 * How plausible it is that a piece is a mark (a point, a minus), not to be read.
 *
 * @param line All pieces of the line, from left to right.
 * @param index Which of them.
 * @param height The height of the line's digits.
 * @returns A logarithm of odds, at most 0; -Infinity for a piece that is part
 * of connected ink or nearly of a digit's height.
 */
export function markPlausibility(
  line: readonly Placed[],
  index: number,
  height: number,
): number {
  const piece = line[index]!;
  const isPart = piece.seam > 0 || line[index + 1]?.origin === piece.origin;
  if (isPart || heightOf(piece) > SMALL * height) return -Infinity;
  const area = widthOf(piece) * heightOf(piece) / (height * height);
  return -WEIGHTS.mark - WEIGHTS.markArea * area;
}

/** Weight of a digit's beginning with a piece, after the one before. */
function beginning(line: readonly Placed[], at: number): number {
  const piece = line[at]!;
  const before = line[at - 1];
  if (before === undefined) return 0;
  if (before.origin === piece.origin) {
    return -WEIGHTS.cut - WEIGHTS.strokes * (piece.seam - 1);
  }
  const share = overlap(before, piece);
  return -WEIGHTS.overlap * Math.max(0, share - WEIGHTS.shared);
}

/** Share of the narrower one's columns that the other has, too. */
function overlap(a: Box, b: Box): number {
  const shared = sharedColumns(a, b);
  const narrower = Math.min(widthOf(a), widthOf(b));
  // An upright stroke of a pen has no width of its own.
  return narrower > 0 ? shared / narrower : Number(shared >= 0);
}

/** Weight of joining a piece to what stands to the left of it. */
function joint(left: Box, before: Placed, piece: Placed, height: number) {
  if (before.origin === piece.origin) return 0;
  const gap = -sharedColumns(left, piece) / height;
  if (gap > WIDEST_GAP) return -Infinity;
  const isPart = gap < -OVERLAP || overlap(left, piece) > MOSTLY ||
    Math.min(heightOf(before), heightOf(piece)) < SMALL * height;
  return -WEIGHTS.gap * Math.max(0, gap) - (isPart ? 0 : WEIGHTS.joint);
}
