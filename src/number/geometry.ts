/**
 * What the places and sizes of pieces say about which of them make up a digit.
 *
 * All weights are logarithms of odds, to be added to the logarithm of the
 * reader's confidence. They were chosen on rows of MNIST's validation digits.
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

/** Lower than this share of its line, ink is a part of a digit or a mark. */
const LOW = 0.45;

/** Wider than this many heights of its line, ink is more than a digit. */
const WIDE = 1.3;

/** Gaps of this share of the line's height part two digits for certain. */
const APART = 0.3;

/**
 * How plausible it is that some neighbouring pieces are one digit.
 *
 * @param line All pieces of the line.
 * @param from The first of them.
 * @param to The piece after the last.
 * @param height The height of the line's digits.
 * @returns At most 0; -Infinity if it is out of the question.
 */
export function plausibility(
  line: readonly Placed[],
  from: number,
  to: number,
  height: number,
): number {
  const parts = line.slice(from, to);
  const box = boxAround(parts);
  const wide = widthOf(box) / height;
  if (parts.length > 1 && wide > 1.6) return -Infinity;
  let score = boundary(line, from);
  score -= 12 * Math.max(0, wide - WIDE);
  score -= 12 * Math.max(0, LOW - heightOf(box) / height);
  for (let i = 1; i < parts.length; i++) {
    score += joint(
      boxAround(parts.slice(0, i)),
      parts[i - 1]!,
      parts[i]!,
      height,
    );
  }
  return score;
}

/**
 * How plausible it is that a piece is a mark (a point, a minus), not to be read.
 *
 * @param line All pieces of the line.
 * @param index Which of them.
 * @param height The height of the line's digits.
 * @returns At most 0; -Infinity for a piece of a digit's height.
 */
export function markPlausibility(
  line: readonly Placed[],
  index: number,
  height: number,
): number {
  const piece = line[index]!;
  const isPart = piece.seam > 0 || line[index + 1]?.origin === piece.origin;
  if (isPart || heightOf(piece) > LOW * height) return -Infinity;
  const size = widthOf(piece) * heightOf(piece) / (height * height);
  return -0.5 - 12 * Math.min(size, 0.4);
}

/** Weight of a new digit that begins at a piece. */
function boundary(line: readonly Placed[], at: number): number {
  const piece = line[at]!;
  const before = line[at - 1];
  if (before === undefined) return 0;
  if (before.origin === piece.origin) return -0.7 - 2 * (piece.seam - 1);
  const narrower = Math.min(widthOf(before), widthOf(piece));
  const shared = sharedColumns(before, piece) / narrower;
  return -6 * Math.max(0, shared - 0.4);
}

/** Weight of joining a piece to what stands to the left of it. */
function joint(left: Box, before: Placed, piece: Placed, height: number) {
  if (before.origin === piece.origin) return 0;
  const gap = -sharedColumns(left, piece) / height;
  if (gap > APART) return -Infinity;
  const isSmall = Math.min(heightOf(before), heightOf(piece)) < LOW * height;
  return -8 * Math.max(0, gap) - (isSmall || gap < -0.15 ? 0.2 : 1.5);
}
