/**
 * Pictures of lines without a digit: an empty cell, an empty line to write on,
 * a margin.
 *
 * @module
 */

import { isOnLine } from "./erase_line.ts";
import type { InkPicture } from "./ink_picture.ts";
import { centerOf, isSpanning, type Line } from "./line.ts";
import { inkOfLine } from "./straightness.ts";

/** Share of the ink beside lines up to which there are only lines. */
const REST = 0.12;

/** Least distance of a margin from the middle, of the longer side. */
const OFF_CENTRE = 0.14;

/** Least length of a margin, of the picture's height. */
const LONG = 0.55;

/** Length of a margin in widths; a 1 of a usual pen has up to 14. */
const SLENDER = 14;

/** Pixels by which blur widens a line; they only count in small pictures. */
const BLUR = 0.7;

/** Level lines are no steeper than this. */
const STEEPEST = 0.16;

/** Deviation of a margin from a straight line, of its length; a 1's is larger. */
const STRAIGHT = 0.005;

/**
 * Whether ink is lines alone, and none of them can be a digit's stroke.
 *
 * Every digit has a stroke that is not level. A 1 can be a straight line, but
 * it stands near the middle, is thicker for its length, or bends a little.
 *
 * @param picture Ink of at most 256 pixels a side.
 * @param lines All lines in it.
 */
export function isOnlyLines(
  picture: InkPicture,
  lines: readonly Line[],
): boolean {
  const isForeign = (line: Line) =>
    line.isLevel ? isRule(picture, line) : isMargin(picture, line);
  if (!lines.every(isForeign)) return false;
  const { ink, width, threshold } = picture;
  let [all, rest] = [0, 0];
  for (let at = 0; at < ink.length; at++) {
    if (ink[at]! <= threshold) continue;
    all++;
    const x = at % width;
    const y = (at - x) / width;
    const isLine = lines.some((line) =>
      line.isLevel ? isOnLine(line, x, y) : isOnLine(line, y, x)
    );
    if (!isLine) rest++;
  }
  return rest <= REST * all;
}

/** Whether a level line is one, and no part of a curve. */
function isRule(picture: InkPicture, line: Line): boolean {
  const { width } = picture;
  if (Math.abs(line.slope) > STEEPEST) return false;
  return isSpanning(line, width, picture.ink.length / width) ||
    inkOfLine(picture, line).deviation <=
      STRAIGHT * (line.end - line.start) + 0.25;
}

/** Whether an upright line is too far from the middle, long, thin and straight. */
function isMargin(picture: InkPicture, line: Line): boolean {
  const { width } = picture;
  const height = picture.ink.length / width;
  const length = line.end - line.start;
  const away = Math.abs(
    centerOf(line, (line.start + line.end) / 2) - width / 2,
  );
  if (away < OFF_CENTRE * Math.max(width, height)) return false;
  const { deviation, thickness } = inkOfLine(picture, line);
  if (length < SLENDER * (thickness - BLUR)) return false;
  return isSpanning(line, height, width) ||
    (length >= LONG * height && deviation <= STRAIGHT * length + 0.1);
}
