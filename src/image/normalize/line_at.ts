/**
 * Fits a line to thin runs, and follows it to its ends.
 *
 * @module
 */

import type { Direction } from "./ink_picture.ts";
import type { Line } from "./line.ts";
import type { ThinRuns } from "./thin_runs.ts";

/** Gaps up to this share of the side do not end a line. */
const GAP = 0.03;

/** Minimum share of a line's places where it is thin and not crossed. */
export const THIN_SHARE = 0.4;

/** Whether there is ink at a position along and across. */
export type IsInk = (along: number, across: number) => boolean;

/**
 * Fits a line to the longest stretch of thin runs along a course, by least
 * squares.
 *
 * @param runs All thin runs.
 * @param direction Their direction.
 * @param isInk Tests for ink.
 * @param course The line's slope, and its centre across at position 0.
 * @param shortest Minimum length of a line.
 * @returns The line and the runs that belong to it, or null if there is none.
 */
export function lineAt(
  runs: ThinRuns,
  { isLevel, length }: Direction,
  isInk: IsInk,
  { slope, offset }: Pick<Line, "slope" | "offset">,
  shortest: number,
): { line: Line; members: number[] } | null {
  const onLine: number[] = [];
  for (let run = 0; run < runs.places.length; run++) {
    const size = runs.sizes[run]!;
    if (size === 0) continue;
    const center = runs.starts[run]! + size / 2;
    const away = center - offset - slope * runs.places[run]!;
    if (Math.abs(away) <= 1.5 + size / 8) onLine.push(run);
  }
  const gap = Math.max(2, GAP * length);
  let members: number[] = [];
  let stretch: number[] = [];
  for (const run of onLine) {
    const last = stretch.at(-1);
    // Crossing strokes leave gaps as wide as a pen.
    if (
      last !== undefined && runs.places[run]! - runs.places[last]! > 4 * gap
    ) {
      stretch = [];
    }
    stretch.push(run);
    if (stretch.length > members.length) members = stretch;
  }
  if (members.length === 0) return null;
  const start = runs.places[members[0]!]!;
  const end = runs.places[members.at(-1)!]! + 1;
  if (end - start < shortest) return null;
  const sizes = members.map((run) => runs.sizes[run]!).sort((a, b) => a - b);
  const thickness = sizes[sizes.length >> 1]!;
  members = members.filter((run) => runs.sizes[run]! <= 1.5 * thickness + 1);
  if (members.length < THIN_SHARE * (end - start)) return null;
  const fit = fitLine(
    members.map((run) => runs.places[run]!),
    members.map((run) => runs.starts[run]! + runs.sizes[run]! / 2),
  );
  if (fit.deviation > 0.5 + thickness / 6) return null;
  const line = {
    isLevel,
    start,
    end,
    thickness,
    slope: fit.slope,
    offset: fit.offset,
  };
  return { line: extend(line, length, isInk, gap), members };
}

/** Follows a line beyond its ends, also behind strokes that hide it. */
function extend(line: Line, length: number, isInk: IsInk, gap: number): Line {
  const { offset, slope, thickness } = line;
  const sizeAt = (place: number) => {
    const center = Math.floor(offset + slope * place);
    if (!isInk(place, center)) return 0;
    let [first, last] = [center, center];
    while (isInk(place, first - 1)) first--;
    while (isInk(place, last + 1)) last++;
    return last - first + 1;
  };
  const follow = (from: number, step: 1 | -1) => {
    let reached = from;
    let missing = 0;
    for (let at = from + step; at >= 0 && at < length; at += step) {
      const size = sizeAt(at);
      if (size === 0 && ++missing > gap) break;
      if (size > 0 && size <= 1.5 * thickness + 1) {
        reached = at;
        missing = 0;
      }
    }
    return reached;
  };
  return {
    ...line,
    start: follow(line.start, -1),
    end: follow(line.end - 1, 1) + 1,
  };
}

/** Least-squares fit, and the standard deviation from the line. */
function fitLine(xs: readonly number[], ys: readonly number[]) {
  const count = xs.length;
  let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    x += xs[i]! / count;
    y += ys[i]! / count;
  }
  for (let i = 0; i < count; i++) {
    const [dx, dy] = [xs[i]! - x, ys[i]! - y];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const slope = xx > 0 ? xy / xx : 0;
  const deviation = Math.sqrt(Math.max(0, yy - slope * xy) / count);
  return { slope, offset: y - slope * x, deviation };
}
