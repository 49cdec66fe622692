/**
 * How plausible it is, by positions and sizes, that pieces are one digit.
 *
 * The ink itself is the recognizer's part; read_line.ts adds up both.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { boxAround } from "../image/normalize/select.ts";
import { heightOf, sharedColumns, widthOf } from "./pieces.ts";

/**
 * Weights in log odds; lengths are in line heights. They come from a random
 * search for the most rows read right, on rows of MNIST's validation digits
 * (`deno task evaluate:numbers`).
 */
const WEIGHTS = {
  /** Per height that a digit is wider than `wide`. */
  width: 6,
  wide: 0.95,
  /** Per height that a digit is lower than `low`. */
  lowness: 5.2,
  low: 0.8,
  /** Of a cut between digits: a constant, and a factor of its plausibility. */
  cut: -1.32,
  plausibility: 0.807,
  /** Of two digits that share columns, per share beyond `shared`. */
  overlap: 20,
  shared: 0.15,
  /** Of separate pieces of one digit: per height of the gap, and a constant. */
  gap: 27.4,
  joint: 4.33,
  /** Of skipped ink: a constant, and per area of its box in squared heights. */
  mark: 0.265,
  markArea: 13.5,
  /** Of skipping ink that has the shape of a small digit. */
  blocky: 4,
} as const;

/**
 * Shapes of small digits: minimum height in line heights, and minimum width in
 * the digit's own heights. Points and minuses are lower, commas narrower or
 * lower.
 */
const DIGIT_SHAPES = [{ high: 0.2, wide: 0.45 }, { high: 0.33, wide: 0.25 }];

/** Ink lower than this share of its line is a part of a digit or a mark. */
const SMALL = 0.45;

/** Maximum width of a digit that consists of several pieces. */
const WIDEST = 1.8;

/** Maximum gap within a digit. */
const WIDEST_GAP = 0.35;

/**
 * Pieces that share this many columns, in heights, are usually parts of one
 * digit.
 */
const OVERLAP = 0.15;

/** So are pieces that share this much of the narrower one's columns. */
const MOSTLY = 0.6;

/**
 * How plausible it is that neighbouring pieces are one digit.
 *
 * @param pieces At least one, from left to right.
 * @param height The height of the line's digits.
 * @returns Log odds, at most 0; -Infinity if they cannot be.
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
 * How plausible it is that a piece is a mark, such as a point or a minus, and
 * is skipped.
 *
 * @param piece A piece without cuts.
 * @param height The height of the line's digits.
 * @returns Log odds, at most 0; -Infinity for a piece that is nearly as high as
 * a digit.
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

/** Maximum width of a plus's strokes, as a share of their length. */
const SLENDER = 0.35;

/**
 * Maximum distance of a plus's crossing from its strokes' middles, as a share
 * of their length.
 */
const OFF_MIDDLE = 0.2;

/** A plus is lower than this share of its line, unlike a barred seven. */
const PLUS = 0.8;

/**
 * How plausible it is that two strokes are a plus, and are skipped.
 *
 * @param a One pen stroke.
 * @param b Another.
 * @param height The height of the line's digits.
 * @returns Log odds, at most 0; -Infinity if they are not.
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
 * How plausible it is that a digit begins with a piece, given the one before.
 *
 * @returns Log odds, at most 0.
 */
export function neighbourPlausibility(before: Box, piece: Box): number {
  const share = overlap(before, piece);
  return -WEIGHTS.overlap * Math.max(0, share - WEIGHTS.shared);
}

/** Share of the narrower box's columns that the other box has too. */
function overlap(a: Box, b: Box): number {
  const shared = sharedColumns(a, b);
  const narrower = Math.min(widthOf(a), widthOf(b));
  // An upright pen stroke has no width.
  return narrower > 0 ? shared / narrower : Number(shared >= 0);
}

/** Weight of joining a piece to what is left of it. */
function joint(left: Box, before: Box, piece: Box, height: number) {
  const gap = -sharedColumns(left, piece) / height;
  if (gap > WIDEST_GAP) return -Infinity;
  const isPart = gap < -OVERLAP || overlap(left, piece) > MOSTLY ||
    Math.min(heightOf(before), heightOf(piece)) < SMALL * height;
  return -WEIGHTS.gap * Math.max(0, gap) - (isPart ? 0 : WEIGHTS.joint);
}
