/**
 * Detects pictures of lines without a digit: an empty cell, a line to write on,
 * a margin.
 *
 * @module
 */

import { isOnLine } from "./erase_line.ts";
import type { InkPicture } from "./ink_picture.ts";
import { centerOf, isSpanning, type Line } from "./line.ts";
import { inkOfLine } from "./straightness.ts";

/** Maximum share of ink that is not on a line. */
const REST = 0.12;

/**
 * Minimum distance of a margin from the middle, as a share of the longer side.
 */
const OFF_CENTRE = 0.14;

/** Minimum length of a margin, as a share of the picture's height. */
const LONG = 0.55;

/**
 * Minimum length of a margin in thicknesses; a 1 has up to 14 with a usual pen.
 */
const SLENDER = 14;

/** Pixels by which blur thickens a line; they only matter in small pictures. */
const BLUR = 0.7;

/** Maximum slope of horizontal lines. */
const STEEPEST = 0.16;

/**
 * Maximum deviation of a margin from a straight line, as a share of its length;
 * a 1 deviates more.
 */
const STRAIGHT = 0.005;

/**
 * Whether ink consists of lines, none of which can be a digit's stroke.
 *
 * Every digit has a stroke that is not horizontal. A 1 can be a straight line,
 * but it is near the middle, thicker for its length, or slightly bent.
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

/** Whether a horizontal line is a rule, and not part of a curve. */
function isRule(picture: InkPicture, line: Line): boolean {
  const { width } = picture;
  if (Math.abs(line.slope) > STEEPEST) return false;
  return isSpanning(line, width, picture.ink.length / width) ||
    inkOfLine(picture, line).deviation <=
      STRAIGHT * (line.end - line.start) + 0.25;
}

/**
 * Whether a vertical line is a margin: off the middle, long, thin and straight.
 */
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
