/**
 * Erases parts of the ink that consist of lines only: frames, underlines, lines
 * beside a digit.
 *
 * @module
 */

import { type Box, findComponents } from "./components.ts";
import { isOnLine } from "./erase_line.ts";
import type { Line } from "./line.ts";
import type { InkPicture } from "./ink_picture.ts";

/** Width of the picture's edge zone, as a share of the side. */
const RIM = 0.18;

/** Maximum ink beside its lines in a part that consists of lines. */
const LINES_ALONE = 0.12;

/** Minimum length of an underline, in digit heights. */
const UNDERLINE = 1;

/** A connected part of the ink, and the lines in it. */
interface Part {
  readonly box: Box;
  readonly area: number;
  /** Its lines, the longest first. */
  readonly lines: Line[];
  /** Number of its pixels that are not on a line. */
  rest: number;
}

/**
 * Erases parts beside a digit that consist of lines.
 *
 * @param picture Ink of at most 256 pixels a side.
 * @param lines The lines in it.
 * @param digitSize Minimum height or width of a digit's ink, as a share of the
 * picture's shorter side.
 * @returns The same ink if there is no such part, else a copy without them.
 */
export function eraseLoneLines(
  picture: InkPicture,
  lines: readonly Line[],
  digitSize: number,
): Uint8Array {
  if (lines.length === 0) return picture.ink;
  const { ink, width, threshold } = picture;
  const height = ink.length / width;
  const { runs, labels, list } = findComponents(ink, width, threshold);
  const parts: Part[] = list.map((box) => ({
    box,
    area: box.area,
    lines: [],
    rest: box.area,
  }));
  labels.forEach((label, run) => {
    const part = parts[label - 1]!;
    const y = Math.floor(runs[2 * run]! / width);
    for (let at = runs[2 * run]!; at < runs[2 * run + 1]!; at++) {
      const x = at - y * width;
      const line = lines.find((line) =>
        line.isLevel ? isOnLine(line, x, y) : isOnLine(line, y, x)
      );
      if (line === undefined) continue;
      part.rest--;
      if (!part.lines.includes(line)) part.lines.push(line);
    }
  });
  const side = Math.min(width, height);
  const isLarge = ({ box }: Part) =>
    Math.max(box.right - box.left, box.bottom - box.top) >= digitSize * side;
  const alone = parts.filter((part) =>
    part.lines.length > 0 && part.rest <= LINES_ALONE * part.area
  );
  if (alone.length === 0) return ink;
  const digit = mainPart(parts, alone, isLarge, width, height);
  if (digit === null) return ink;
  const gone = new Set(
    alone.filter((part) =>
      part !== digit && isForeign(extentOf(part), digit.box, width, height)
    ),
  );
  if (gone.size === 0) return ink;
  const result = ink.slice();
  labels.forEach((label, run) => {
    if (!gone.has(parts[label - 1]!)) return;
    result.fill(0, runs[2 * run], runs[2 * run + 1]);
  });
  return result;
}

/** The box of a part, extended to its longest line, which may have gaps. */
function extentOf({ box, lines }: Part): Box {
  const { isLevel, start, end } = lines.reduce((a, b) =>
    b.end - b.start > a.end - a.start ? b : a
  );
  return isLevel
    ? {
      ...box,
      left: Math.min(box.left, start),
      right: Math.max(box.right, end),
    }
    : {
      ...box,
      top: Math.min(box.top, start),
      bottom: Math.max(box.bottom, end),
    };
}

/** The part that is most likely the digit, or its largest stroke. */
function mainPart(
  parts: readonly Part[],
  alone: readonly Part[],
  isLarge: (part: Part) => boolean,
  width: number,
  height: number,
): Part | null {
  const drawn = parts.filter((part) =>
    isLarge(part) && !alone.includes(part) &&
    !(touches(part.box, width, height) && isInRim(part.box, width, height))
  );
  const inner = drawn.filter(({ box }) => !touches(box, width, height));
  const candidates = inner.length > 0 ? inner : drawn;
  if (candidates.length > 0) {
    return candidates.reduce((a, b) => b.area > a.area ? b : a);
  }
  // All are lines: the digit is a 1, or a plain 7 or 4, near the centre.
  const central = alone.filter((part) =>
    isLarge(part) && !isInRim(part.box, width, height) &&
    !alone.some((other) => other !== part && isAround(part.box, other.box))
  );
  if (central.length === 0) return null;
  const away = ({ box }: Part) =>
    Math.abs(box.left + box.right - width) +
    Math.abs(box.top + box.bottom - height);
  return central.reduce((a, b) => away(b) < away(a) ? b : a);
}

/** Whether a box extends beyond another one on all sides. */
function isAround(outer: Box, inner: Box): boolean {
  return outer.left < inner.left && outer.top < inner.top &&
    outer.right > inner.right && outer.bottom > inner.bottom;
}

/** Whether lines do not belong to the digit in this box. */
function isForeign(part: Box, digit: Box, width: number, height: number) {
  if (isAround(part, digit) || isInRim(part, width, height)) return true;
  const isBeside = part.right <= digit.left || part.left >= digit.right;
  const isAbove = part.bottom <= digit.top || part.top >= digit.bottom;
  if (!isBeside && !isAbove) return false;
  // An underline extends beyond the digit on both sides; the foot of a 1 is
  // short.
  if (
    part.top >= digit.bottom && part.left < digit.left &&
    part.right > digit.right &&
    part.right - part.left > UNDERLINE * (digit.bottom - digit.top)
  ) return true;
  // The bar of a 5 and the stem of a 4 are close, and no longer than the digit.
  const long = isBeside
    ? (part.bottom - part.top) / (digit.bottom - digit.top)
    : (part.right - part.left) / (digit.right - digit.left);
  const gap = Math.max(
    digit.left - part.right,
    part.left - digit.right,
    digit.top - part.bottom,
    part.top - digit.bottom,
  );
  const size = Math.max(digit.right - digit.left, digit.bottom - digit.top);
  return long > 1.6 || gap > 0.25 * size || (long > 1 && gap > 0.08 * size);
}

/** Whether a part is completely in the edge zone. */
function isInRim(
  { left, top, right, bottom }: Box,
  width: number,
  height: number,
) {
  return right <= RIM * width || left >= (1 - RIM) * width ||
    bottom <= RIM * height || top >= (1 - RIM) * height;
}

function touches(
  { left, top, right, bottom }: Box,
  width: number,
  height: number,
) {
  return left === 0 || top === 0 || right === width || bottom === height;
}
