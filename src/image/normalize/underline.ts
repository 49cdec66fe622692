/**
 * Finds underlines that touch a digit or nearly do.
 *
 * @module
 */

import { type Components, findComponents } from "./components.ts";
import { eraseLine } from "./erase_line.ts";
import type { InkPicture } from "./ink_picture.ts";
import { centerOf, type Line } from "./line.ts";
import { SHARP_SIDE } from "./lines.ts";
import { boxAround } from "./select.ts";
import { inkOfLine } from "./straightness.ts";

/**
 * Minimum length of an underline, relative to the width of the digit above it.
 */
const WIDER = 1.25;

/**
 * Minimum length, relative to the digit's height; the foot of a 1 or a 2 is
 * shorter.
 */
const LONG = 1.05;

/**
 * How far it must extend beyond the digit on each side, as a share of its
 * length.
 */
const BEYOND = 0.1;

/**
 * Maximum deviation of an underline from a straight line, as a share of its
 * length.
 */
const STRAIGHT = 0.004;

/** Deviation caused by rounding to pixels and by blur, in pixels. */
const ROUNDING = 0.3;

/** The same below {@linkcode SHARP_SIDE}, by rounding alone. */
const SHARP_ROUNDING = 0.16;

/** Height of the band at the bottom of a part where an underline may be. */
const FOOT = 0.25;

/** Minimum share of a part's width that an underline covers. */
const COVERED = 0.9;

/**
 * Erases a line that runs below all other ink and extends beyond it on both
 * sides.
 *
 * @param picture Ink of at most 256 pixels a side.
 * @param lines Its lines.
 * @param digitSize Minimum height or width of a digit, in pixels.
 * @returns The same picture if there is no such line, else one without it.
 */
export function withoutUnderline(
  picture: InkPicture,
  lines: readonly Line[],
  digitSize: number,
): InkPicture {
  const level = lines.filter(({ isLevel }) => isLevel);
  level.sort((a, b) => b.end - b.start - (a.end - a.start));
  const { ink, width } = picture;
  const side = Math.min(width, ink.length / width);
  const rounding = side < SHARP_SIDE ? SHARP_ROUNDING : ROUNDING;
  for (const line of level) {
    const next = { ...picture, ink: picture.ink.slice() };
    eraseLine(next, line);
    const { deviation } = inkOfLine(picture, line);
    const length = line.end - line.start;
    if (deviation > STRAIGHT * length + rounding) continue;
    // At most one: what is above it may be the foot of a 2.
    if (isUnder(line, next, digitSize)) return next;
  }
  return picture;
}

/** Whether a line runs below everything else. */
function isUnder(line: Line, rest: InkPicture, digitSize: number): boolean {
  const { list } = findComponents(rest.ink, rest.width, rest.threshold);
  const largest = Math.max(0, ...list.map(({ area }) => area));
  const parts = list.filter(({ area }) => area >= 0.1 * largest);
  if (parts.length === 0) return false;
  const { left, top, right, bottom } = boxAround(parts);
  const [wide, high] = [right - left, bottom - top];
  if (Math.max(wide, high) < digitSize) return false;
  const length = line.end - line.start;
  if (length < WIDER * wide || length < LONG * high) return false;
  const beyond = Math.max(1, BEYOND * length);
  if (line.start > left - beyond || line.end < right + beyond) return false;
  const middle = centerOf(line, (left + right) / 2);
  return bottom <= middle + line.thickness / 2 + 1;
}

/**
 * Whether the bottom of the only part may be an underline, which is as wide as
 * the part. This is a quick check that most digits fail.
 *
 * @param components One part.
 * @param width Pixels in a row of the picture.
 */
export function hasWideFoot(
  { runs, list }: Components,
  width: number,
): boolean {
  const { left, top, right, bottom } = list[0]!;
  const from = bottom - Math.max(2, FOOT * (bottom - top));
  const covered = new Uint8Array(right - left);
  for (let run = runs.length - 2; run >= 0; run -= 2) {
    const y = Math.floor(runs[run]! / width);
    if (y < from) break;
    covered.fill(
      1,
      runs[run]! - y * width - left,
      runs[run + 1]! - y * width - left,
    );
  }
  const count = covered.reduce((sum, is) => sum + is, 0);
  return count >= COVERED * (right - left) &&
    right - left >= (bottom - top) * 0.8;
}
