/**
 * Erases a line and keeps the strokes that cross it.
 *
 * @module
 */

import type { Line } from "./line.ts";
import {
  type Direction,
  directionsOf,
  type InkPicture,
} from "./ink_picture.ts";

/**
 * Runs up to this much longer than the line's thickness belong to the line
 * alone.
 */
const LONGER = 1.5;

/**
 * Erases a line in place.
 *
 * If ink continues on both sides of the line, in the same place or offset by no
 * more than the line's thickness, a stroke crosses it, and its part of the line
 * stays. If a stroke ends at the line, only the line is erased.
 *
 * @param picture Overwritten: the line's ink becomes 0.
 * @param line The line.
 * @param others Lines that are erased too; where they cross this one, they do
 * not count as strokes.
 * @see C. Dalitz, M. Droettboom, B. Pranzas and I. Fujinaga, "A comparative
 * study of staff removal algorithms", IEEE Transactions on Pattern Analysis and
 * Machine Intelligence 30 (2008): tracking a line's height
 */
export function eraseLine(
  picture: InkPicture,
  line: Line,
  others: readonly Line[] = [],
): void {
  const { ink, width } = picture;
  const direction = directionsOf(width, ink.length / width)[
    line.isLevel ? 0 : 1
  ]!;
  const { length, depth, step, stride } = direction;
  // The ends of a line may be fainter and softer than the rest.
  const soft = Math.max(1, Math.round(line.thickness / 2));
  const from = Math.max(0, line.start - soft - 1);
  const to = Math.min(length, line.end + soft + 1);
  const crossing = others.filter(({ isLevel }) => isLevel !== line.isLevel);
  const runs: RunOnLine[] = [];
  for (let place = from; place < to; place++) {
    const run = runOnLine(picture, line, direction, place);
    const isOther = (at: number) =>
      crossing.some((other) => isOnLine(other, at, place));
    runs.push({
      ...run,
      isAbove: run.isAbove && !isOther(run.begin - 1),
      isBelow: run.isBelow && !isOther(run.end),
    });
  }
  const askew = Math.ceil(line.thickness);
  const isCrossed = (at: number) => {
    // The middle of the stroke's path through the line.
    for (let d = -askew; d <= askew; d++) {
      if (runs[at + d]?.isAbove === true && runs[at - d]?.isBelow === true) {
        return true;
      }
    }
    return false;
  };
  runs.forEach((run, i) => {
    if (run.isAbove || run.isBelow || isCrossed(i)) return;
    const first = Math.max(0, run.begin - soft);
    const last = Math.min(depth, run.end + soft);
    const base = (from + i) * step;
    for (let at = first; at < last; at++) ink[base + at * stride] = 0;
  });
}

/** Which part of a run of ink across a line belongs to the line. */
interface RunOnLine {
  readonly begin: number;
  readonly end: number;
  /** Whether other ink continues before it. */
  readonly isAbove: boolean;
  /** Whether other ink continues after it. */
  readonly isBelow: boolean;
}

function runOnLine(
  { ink, threshold }: InkPicture,
  { offset, slope, thickness }: Line,
  { depth, step, stride }: Direction,
  place: number,
): RunOnLine {
  const center = offset + slope * place;
  const base = place * step;
  const isInk = (i: number) =>
    i >= 0 && i < depth && ink[base + i * stride]! > threshold;
  const found = nearestInk(isInk, center, thickness / 2 + 1);
  const top = Math.round(center - thickness / 2);
  const bottom = Math.round(center + thickness / 2);
  if (found === null) {
    return { begin: top, end: bottom, isAbove: false, isBelow: false };
  }
  let begin = found;
  let end = found + 1;
  while (isInk(begin - 1)) begin--;
  while (isInk(end)) end++;
  if (end - begin <= LONGER * thickness + 1) {
    return { begin, end, isAbove: false, isBelow: false };
  }
  const isAbove = top - begin >= 1;
  const isBelow = end - bottom >= 1;
  return {
    begin: isAbove ? top : begin,
    end: isBelow ? bottom : end,
    isAbove,
    isBelow,
  };
}

/** The ink pixel nearest to a line's centre, if one is within reach. */
function nearestInk(
  isInk: (i: number) => boolean,
  center: number,
  reach: number,
): number | null {
  const middle = Math.floor(center);
  for (let away = 0; away <= reach; away++) {
    if (isInk(middle + away)) return middle + away;
    if (isInk(middle - away)) return middle - away;
  }
  return null;
}

/**
 * Whether a pixel is in a line's band, which reaches a pixel beyond its ink.
 *
 * @param along The pixel's position along the line.
 * @param across Its position across.
 */
export function isOnLine(line: Line, along: number, across: number): boolean {
  const reach = line.thickness / 2 + 1;
  if (along < line.start - reach || along >= line.end + reach) return false;
  const center = line.offset + line.slope * along;
  return Math.abs(across + 0.5 - center) <= reach;
}
