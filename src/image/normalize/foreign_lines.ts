/**
 * Distinguishes the lines of paper, frames and cells from a digit's straight
 * strokes, and erases them.
 *
 * @module
 */

import { type Box, type Components, findComponents } from "./components.ts";
import { eraseLine } from "./erase_line.ts";
import { boxAround } from "./select.ts";
import { widthOfParts } from "./stroke_width.ts";
import { centerOf, isSpanning, type Line } from "./line.ts";
import type { InkPicture } from "./ink_picture.ts";
import { hiddenLines } from "./hidden_lines.ts";
import { findLines } from "./lines.ts";
import { eraseLoneLines } from "./lone_lines.ts";
import { isOnlyLines } from "./only_lines.ts";
import { hasWideFoot, withoutUnderline } from "./underline.ts";

/** Shortest side of a picture in which a line can be told from a stroke. */
const LEAST_SIDE = 24;

/**
 * How close to a border a tightly cut digit may end, as a share of the side.
 */
const TIGHT = 0.08;

/**
 * Lines thinner than this share of the digit's strokes are from another pen.
 */
const THIN = 0.6;

/**
 * Lines up to this far from the border are edges of a cell, as a share of the
 * side.
 */
const OUTER = 0.18;

/**
 * Beyond this distance from the borders, no line spans the picture, as a share
 * of the side.
 */
const MARGIN = 0.08;

/** Minimum share of the largest part that must remain without hidden lines. */
const SPARED = 0.5;

/** Width of a slightly skewed line, as a share of its length. */
const NARROW = 0.25;

/**
 * Minimum height or width of a digit's ink, as a share of the picture's shorter
 * side.
 */
export const DIGIT_SIZE = 0.22;

/**
 * Erases lines that are not strokes of the digit: those from border to border,
 * frames and their remains, lines below and beside a digit.
 *
 * A tightly cut digit has strokes from border to border too: the bar of a 7,
 * the crossbar of a 4. The rest of such a digit reaches the borders on both
 * sides of the line.
 *
 * @param picture Ink of at most 256 pixels a side.
 * @param components Its connected components.
 * @param isBold Whether paler lines are already removed. Then only lines from
 * border to border are erased: all others are as dark as strokes.
 * @returns The same ink if there is no such line, else a copy without them.
 */
export function eraseForeignLines(
  picture: InkPicture,
  components: Components,
  isBold = false,
): Uint8Array {
  const { ink, width } = picture;
  const height = ink.length / width;
  if (Math.min(width, height) < LEAST_SIDE) return ink;
  if (isOnePartInside(components, width, height)) return ink;
  const lines = findLines(picture);
  if (lines.length === 0) return ink;
  if (isOnlyLines(picture, lines)) return new Uint8Array(ink.length);
  const certain = linesOfPaper(picture, lines);
  const without = withoutLines(picture, certain);
  if (isBold) return without.ink;
  const others = lines.filter((line) => !certain.includes(line));
  const plain = withoutUnderline(
    withoutHidden(without, picture, certain),
    others,
    DIGIT_SIZE * Math.min(width, height),
  );
  return eraseLoneLines(plain, others, DIGIT_SIZE);
}

/** A copy of a picture without some lines. */
function withoutLines(picture: InkPicture, lines: readonly Line[]): InkPicture {
  if (lines.length === 0) return picture;
  const without = { ...picture, ink: picture.ink.slice() };
  for (const line of lines) eraseLine(without, line, lines);
  return without;
}

/** The picture also without hidden lines, if that spares the digit. */
function withoutHidden(
  without: InkPicture,
  picture: InkPicture,
  certain: readonly Line[],
): InkPicture {
  if (certain.length < 2) return without;
  const hidden = hiddenLines(picture, certain);
  if (hidden.length === 0) return without;
  const next = withoutLines(picture, [...certain, ...hidden]);
  return largestArea(next) >= SPARED * largestArea(without) ? next : without;
}

/** Pixels of the largest part. */
function largestArea({ ink, width, threshold }: InkPicture): number {
  const { list } = findComponents(ink, width, threshold);
  return list.reduce((most, { area }) => Math.max(most, area), 0);
}

/**
 * Whether all ink is connected and ends well before the borders. Then no line
 * spans the picture or is beside a digit. This applies to most drawings, and
 * looking for lines would take ten times as long as this check.
 */
function isOnePartInside(
  components: Components,
  width: number,
  height: number,
): boolean {
  const [part, ...more] = components.list;
  if (part === undefined || more.length > 0) return false;
  if (isNarrow(part, width, height) || hasWideFoot(components, width)) {
    return false;
  }
  const margin = MARGIN * Math.min(width, height) + 2;
  return part.left > margin && part.right < width - margin &&
    part.top > margin && part.bottom < height - margin;
}

/** Whether a part may be a margin line: high, narrow and off the middle. */
function isNarrow(
  { left, top, right, bottom }: Box,
  width: number,
  height: number,
): boolean {
  return right - left < NARROW * (bottom - top) &&
    bottom - top > height / 2 &&
    Math.abs(left + right - width) > NARROW * width;
}

/** Lines from border to border that are not strokes of a tightly cut digit. */
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
  const components = findComponents(rest.ink, width, threshold);
  const box = boxOf(components);
  if (box === null) return [];
  const size = Math.max(box.right - box.left, box.bottom - box.top);
  if (size < DIGIT_SIZE * Math.min(width, height)) return [];
  const pen = widthOfParts(components, components.list, width);
  return spanning.filter((line) => {
    const parallel = spanning.filter(({ isLevel }) => isLevel === line.isLevel);
    if (parallel.length > 2) {
      // A digit's bar on a line makes the line seem as long as the bar.
      const usual = median(parallel.map(({ thickness }) => thickness));
      return line.thickness <= 2 * usual;
    }
    if (isTight(line, box, width, height)) return false;
    return line.thickness <= THIN * pen || !isNextTo(line, box) ||
      (spanning.length > 1 && isOuter(line, line.isLevel ? height : width));
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Position of a line's middle across its direction. */
function middleOf(line: Line): number {
  return centerOf(line, (line.start + line.end) / 2);
}

/** Whether a line lies near to a border. */
function isOuter(line: Line, depth: number): boolean {
  const middle = middleOf(line);
  return middle < OUTER * depth || middle > (1 - OUTER) * depth;
}

/** Whether ink in a box touches a line, or is on both sides of it. */
function isNextTo(line: Line, box: Box): boolean {
  const [first, last] = acrossOf(line, box);
  // Erasing a line leaves a gap as wide as its soft edge.
  const reach = line.thickness + 2;
  const middle = middleOf(line);
  return first <= middle + reach && last >= middle - reach;
}

/** The first and last position of a box across a line. */
function acrossOf({ isLevel }: Line, box: Box): [number, number] {
  return isLevel ? [box.top, box.bottom] : [box.left, box.right];
}

/**
 * Whether the remaining ink, together with the line, reaches the borders on
 * both sides of the line.
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

/** The bounding box of the ink, without specks. */
function boxOf({ list }: Components): Box | null {
  const largest = Math.max(0, ...list.map(({ area }) => area));
  const parts = list.filter(({ area }) => area >= 0.1 * largest);
  return parts.length > 0 ? boxAround(parts) : null;
}
