/**
 * Tells lines of the paper, of frames and of cells from a digit's own straight
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

/** Shortest side of a picture in which a line differs from a stroke. */
const LEAST_SIDE = 24;

/** Distance from a border at which a tightly cut digit may end, of a side. */
const TIGHT = 0.08;

/** Lines thinner than this share of the digit's pen are drawn by another one. */
const THIN = 0.6;

/** Distance from the border up to which lines are edges of a cell, of a side. */
const OUTER = 0.18;

/** Beyond this distance from the borders, of a side, no line spans the picture. */
const MARGIN = 0.08;

/** Share of the largest part that is left without hidden lines. */
const SPARED = 0.5;

/** Width of a line that is slightly askew, of its length. */
const NARROW = 0.25;

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
 * @param components Its connected parts.
 * @returns The same ink if it has no such line, else a copy without them.
 */
export function eraseForeignLines(
  picture: InkPicture,
  components: Components,
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

/** The picture without the hidden lines too, if that spares the digit. */
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
 * spans the picture or stands beside a digit, and most drawings are like that:
 * looking for lines would take them ten times as long as this.
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

/** Whether a part may be a margin: high, narrow and beside the middle. */
function isNarrow(
  { left, top, right, bottom }: Box,
  width: number,
  height: number,
): boolean {
  return right - left < NARROW * (bottom - top) &&
    bottom - top > height / 2 &&
    Math.abs(left + right - width) > NARROW * width;
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
  const components = findComponents(rest.ink, width, threshold);
  const box = boxOf(components);
  if (box === null) return [];
  const size = Math.max(box.right - box.left, box.bottom - box.top);
  if (size < DIGIT_SIZE * Math.min(width, height)) return [];
  const pen = widthOfParts(components, components.list, width);
  return spanning.filter((line) => {
    const parallel = spanning.filter(({ isLevel }) => isLevel === line.isLevel);
    if (parallel.length > 2) {
      // A digit's bar on a line seems to be as long as the line.
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

/** Where a line's middle lies across. */
function middleOf(line: Line): number {
  return centerOf(line, (line.start + line.end) / 2);
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
function boxOf({ list }: Components): Box | null {
  const largest = Math.max(0, ...list.map(({ area }) => area));
  const parts = list.filter(({ area }) => area >= 0.1 * largest);
  return parts.length > 0 ? boxAround(parts) : null;
}
