/**
 * Tells lines of the paper, of frames and of cells from a digit's own straight
 * strokes, and erases them.
 *
 * @module
 */

import { type Box, findComponents } from "./components.ts";
import { eraseLine, isOnLine } from "./erase_line.ts";
import { boxAround } from "./select.ts";
import { widthInPixels } from "./stroke_width.ts";
import type { Line } from "./line.ts";
import { findLines, type InkPicture } from "./lines.ts";

/** Shorter sides than this hold no line that could be told from a stroke. */
const LEAST_SIDE = 24;

/** Width of the picture's rim, of its side. */
const RIM = 0.18;

/** Distance from a border at which a tightly cut digit may end, of a side. */
const TIGHT = 0.08;

/** Lines thinner than this share of the digit's pen are drawn by another one. */
const THIN = 0.6;

/** Distance from the border up to which lines are edges of a cell, of a side. */
const OUTER = 0.18;

/** Ink that is left of a part without its lines, up to which it is only lines. */
const LINES_ALONE = 0.12;

/** Height or width of ink, of the picture's shorter side, that can be a digit. */
const DIGIT_SIZE = 0.22;

/**
 * Erases lines that are not a digit's strokes: those from border to border,
 * frames and what is left of them, lines under and beside a digit.
 *
 * A digit cut out tightly has strokes from border to border, too: 7's bar, 4's
 * crossbar. There, what is left without the line reaches the borders on both of
 * its sides.
 *
 * @param picture Ink of at most 256 pixels a side.
 * @returns The same ink if it has no such line, else a copy without them.
 */
export function eraseForeignLines(picture: InkPicture): Uint8Array {
  const { ink, width, threshold } = picture;
  const height = ink.length / width;
  if (Math.min(width, height) < LEAST_SIDE) return ink;
  const lines = findLines(picture);
  if (lines.length === 0) return ink;
  const certain = linesOfPaper(picture, lines);
  const without = {
    width,
    threshold,
    ink: certain.length > 0 ? ink.slice() : ink,
  };
  for (const line of certain) eraseLine(without, line, certain);
  const others = lines.filter((line) => !certain.includes(line));
  return eraseLoneLines(without, others);
}

/** Lines from border to border that are no strokes of a tightly cut digit. */
function linesOfPaper(picture: InkPicture, lines: readonly Line[]): Line[] {
  const { ink, width, threshold } = picture;
  const height = ink.length / width;
  const spanning = lines.filter((line) =>
    line.isLevel
      ? isSpanning(line, width, height)
      : isSpanning(line, height, width)
  );
  if (spanning.length === 0) return [];
  const rest = { ink: ink.slice(), width, threshold };
  for (const line of spanning) eraseLine(rest, line, spanning);
  const box = boxOf(rest);
  if (box === null) return [];
  const size = Math.max(box.right - box.left, box.bottom - box.top);
  if (size < DIGIT_SIZE * Math.min(width, height)) return [];
  const pen = widthInPixels(rest.ink, width, threshold);
  return spanning.filter((line) => {
    const parallel = spanning.filter(({ isLevel }) => isLevel === line.isLevel);
    if (parallel.length > 2) return true;
    if (isTight(line, box, width, height)) return false;
    return line.thickness <= THIN * pen || !isNextTo(line, box) ||
      (spanning.length > 1 && isOuter(line, line.isLevel ? height : width));
  });
}

/** Whether a line goes from border to border, or leaves the picture sideways. */
function isSpanning(line: Line, length: number, depth: number): boolean {
  const near = Math.max(1, 0.02 * length);
  const isOut = (place: number) => {
    const center = line.offset + line.slope * place;
    const reach = line.thickness / 2 + 1;
    return center <= reach || center >= depth - reach;
  };
  const { start, end } = line;
  return (start <= near || isOut(start)) &&
    (end >= length - near || isOut(end)) && end - start > length / 2;
}

/** Where a line's middle lies across. */
function middleOf({ offset, slope, start, end }: Line): number {
  return offset + slope * (start + end) / 2;
}

/** Whether a line lies near to a border. */
function isOuter(line: Line, depth: number): boolean {
  const middle = middleOf(line);
  return middle < OUTER * depth || middle > (1 - OUTER) * depth;
}

/** Whether ink in a box lies at a line, or on both sides of it. */
function isNextTo(line: Line, box: Box): boolean {
  const [first, last] = acrossOf(line, box);
  // Erasing a line leaves a gap as wide as its soft edge.
  const reach = line.thickness + 2;
  const middle = middleOf(line);
  return first <= middle + reach && last >= middle - reach;
}

/** The first and the last place across of a box. */
function acrossOf({ isLevel }: Line, box: Box): [number, number] {
  return isLevel ? [box.top, box.bottom] : [box.left, box.right];
}

/**
 * Whether a line, with the ink that is left beside it, reaches both borders
 * beside it.
 */
function isTight(line: Line, rest: Box, width: number, height: number) {
  const depth = line.isLevel ? height : width;
  const [first, last] = acrossOf(line, rest);
  const near = Math.max(1, TIGHT * depth);
  const middle = middleOf(line);
  const half = line.thickness / 2;
  const isNext = isNextTo(line, rest);
  const isFirst = first <= near || (isNext && middle - half <= near);
  const isLast = last >= depth - near ||
    (isNext && middle + half >= depth - near);
  return isFirst && isLast;
}

/** The box of ink; specks don't count. */
function boxOf({ ink, width, threshold }: InkPicture): Box | null {
  const { list } = findComponents(ink, width, threshold);
  const largest = Math.max(0, ...list.map(({ area }) => area));
  const parts = list.filter(({ area }) => area >= 0.1 * largest);
  return parts.length > 0 ? boxAround(parts) : null;
}

/** A connected part of the ink, and what is in it beside lines. */
interface Part {
  readonly box: Box;
  readonly area: number;
  /** Its lines, longest first. */
  readonly lines: Line[];
  /** Pixels that lie on none of them. */
  rest: number;
}

/** Erases parts that are lines alone, beside a digit. */
function eraseLoneLines(
  picture: InkPicture,
  lines: readonly Line[],
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
    Math.max(box.right - box.left, box.bottom - box.top) >= DIGIT_SIZE * side;
  const alone = parts.filter((part) =>
    part.lines.length > 0 && part.rest <= LINES_ALONE * part.area
  );
  if (alone.length === 0) return ink;
  const digit = mainPart(parts, alone, isLarge, width, height);
  if (digit === null) return ink;
  const gone = new Set(
    alone.filter((part) =>
      part !== digit && isForeign(part.box, digit.box, width, height)
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

/** The part that is most likely the digit or the largest of its strokes. */
function mainPart(
  parts: readonly Part[],
  alone: readonly Part[],
  isLarge: (part: Part) => boolean,
  width: number,
  height: number,
): Part | null {
  const drawn = parts.filter((part) => isLarge(part) && !alone.includes(part));
  const inner = drawn.filter(({ box }) => !touches(box, width, height));
  const candidates = inner.length > 0 ? inner : drawn;
  if (candidates.length > 0) {
    return candidates.reduce((a, b) => b.area > a.area ? b : a);
  }
  // All are lines: the digit is a 1, or a plain 7 or 4, near to the centre.
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

/** Whether a box reaches beyond another one to all sides. */
function isAround(outer: Box, inner: Box): boolean {
  return outer.left < inner.left && outer.top < inner.top &&
    outer.right > inner.right && outer.bottom > inner.bottom;
}

/** Whether lines are of something else than the digit whose box is given. */
function isForeign(part: Box, digit: Box, width: number, height: number) {
  if (isAround(part, digit) || isInRim(part, width, height)) return true;
  const isBeside = part.right <= digit.left || part.left >= digit.right;
  const isAbove = part.bottom <= digit.top || part.top >= digit.bottom;
  if (!isBeside && !isAbove) return false;
  // 5's bar and 4's stem lie close and are no longer than the digit.
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

/** Whether a part lies wholly within the rim. */
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
