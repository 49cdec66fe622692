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

/**
 * Weights in logarithms of odds, lengths in heights of the line. They were
 * chosen by a random search for the most rows read right, composed of MNIST's
 * validation digits (`deno task evaluate:numbers`).
 */
const WEIGHTS = {
  /** For each height that a digit is wider than `wide`. */
  width: 6,
  wide: 0.95,
  /** For each height that a digit is lower than `low`. */
  lowness: 5.2,
  low: 0.8,
  /** For a cut between digits, at all and by its plausibility. */
  cut: -1.32,
  plausibility: 0.807,
  /** For two digits that share columns, by the share beyond `shared`. */
  overlap: 20,
  shared: 0.15,
  /** For two pieces of a digit that stand apart, by the gap and at all. */
  gap: 27.4,
  joint: 4.33,
  /** For ink that is skipped, at all and by its box, in squares of the height. */
  mark: 0.265,
  markArea: 13.5,
  /** For skipping ink with the shape of a small digit. */
  blocky: 4,
} as const;

/**
 * Shapes of small digits: at least so many of the line's heights high, and at least so many of
 * their own heights wide. A point and a minus are lower, a comma is narrower or lower.
 */
const DIGIT_SHAPES = [{ high: 0.2, wide: 0.45 }, { high: 0.33, wide: 0.25 }];

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
 * How plausible it is that neighbouring pieces are one digit.
 *
 * @param pieces At least one, from left to right.
 * @param height The height of the line's digits.
 * @returns A logarithm of odds, at most 0; -Infinity if they cannot be.
 */
export function digitPlausibility(
  pieces: readonly Box[],
  height: number,
): number {
  const box = boxAround(pieces);
  const width = widthOf(box) / height;
  if (pieces.length > 1 && width > WIDEST) return -Infinity;
  const { width: perWidth, wide, lowness, low } = WEIGHTS;
  let score = -perWidth * Math.max(0, width - wide) -
    lowness * Math.max(0, low - heightOf(box) / height);
  let left: Box = pieces[0]!;
  for (let i = 1; i < pieces.length; i++) {
    score += joint(left, pieces[i - 1]!, pieces[i]!, height);
    left = boxAround([left, pieces[i]!]);
  }
  return score;
}

/**
 * How plausible it is that a piece is a mark (a point, a minus), not to be read.
 *
 * @param piece Ink that is not cut.
 * @param height The height of the line's digits.
 * @returns A logarithm of odds, at most 0; -Infinity for a piece that is nearly
 * of a digit's height.
 */
export function markPlausibility(piece: Box, height: number): number {
  if (heightOf(piece) > SMALL * height) return -Infinity;
  const area = widthOf(piece) * heightOf(piece) / (height * height);
  const isBlocky = DIGIT_SHAPES.some(({ high, wide }) =>
    heightOf(piece) >= high * height &&
    widthOf(piece) >= wide * heightOf(piece)
  );
  return -WEIGHTS.mark - WEIGHTS.markArea * area -
    (isBlocky ? WEIGHTS.blocky : 0);
}

/** Width of a plus's strokes, at most, of their length. */
const SLENDER = 0.35;

/** How far from each other's middle the strokes of a plus cross, of their length. */
const OFF_MIDDLE = 0.2;

/** A plus is lower than this share of its line: a seven with a bar is not. */
const PLUS = 0.8;

/**
 * How plausible it is that two strokes are a plus, not to be read.
 *
 * @param a A stroke that a pen drew by itself.
 * @param b The other one.
 * @param height The height of the line's digits.
 * @returns A logarithm of odds, at most 0; -Infinity for other strokes.
 */
export function plusPlausibility(a: Box, b: Box, height: number): number {
  const [flat, tall] = heightOf(a) < heightOf(b) ? [a, b] : [b, a];
  const wide = widthOf(flat);
  const high = heightOf(tall);
  const isPlus = heightOf(flat) <= SLENDER * wide &&
    widthOf(tall) <= SLENDER * high &&
    Math.min(wide, high) >= Math.max(wide, high) / 2 &&
    Math.abs(flat.left + flat.right - tall.left - tall.right) <=
      2 * OFF_MIDDLE * wide &&
    Math.abs(flat.top + flat.bottom - tall.top - tall.bottom) <=
      2 * OFF_MIDDLE * high &&
    high <= PLUS * height;
  return isPlus ? -WEIGHTS.mark : -Infinity;
}

/**
 * How plausible it is that one digit ends and the next begins at a cut.
 *
 * @param plausibility The cut's.
 */
export function cutPlausibility(plausibility: number): number {
  return WEIGHTS.cut + WEIGHTS.plausibility * plausibility;
}

/**
 * How plausible it is that a digit begins with a piece, after the one before.
 *
 * @returns A logarithm of odds, at most 0.
 */
export function neighbourPlausibility(before: Box, piece: Box): number {
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
function joint(left: Box, before: Box, piece: Box, height: number) {
  const gap = -sharedColumns(left, piece) / height;
  if (gap > WIDEST_GAP) return -Infinity;
  const isPart = gap < -OVERLAP || overlap(left, piece) > MOSTLY ||
    Math.min(heightOf(before), heightOf(piece)) < SMALL * height;
  return -WEIGHTS.gap * Math.max(0, gap) - (isPart ? 0 : WEIGHTS.joint);
}
