/**
 * Finds straight lines of ink, nearly level or nearly upright: ruled paper,
 * frames, underlines, and a digit's own straight strokes too.
 *
 * It does not judge what a line is; foreign_lines.ts does.
 *
 * @module
 */

import type { Line } from "./line.ts";
import { mergeLines } from "./merge_lines.ts";

/** Ink and paper. */
export interface InkPicture {
  /** `[height, width]` levels, 0 paper, 255 full ink. */
  readonly ink: Uint8Array;
  /** Pixels in a row. */
  readonly width: number;
  /** The highest level that is still paper. */
  readonly threshold: number;
}

/** Where pixels lie in a picture when it is walked along lines. */
export interface Direction {
  /** Whether lines go level, else upright. */
  readonly isLevel: boolean;
  /** Places along. */
  readonly length: number;
  /** Places across. */
  readonly depth: number;
  /** From one place along to the next. */
  readonly step: number;
  /** From one place across to the next. */
  readonly stride: number;
}

/** Both directions of a picture: level, then upright. */
export function directionsOf(width: number, height: number): Direction[] {
  return [
    { isLevel: true, length: width, depth: height, step: 1, stride: width },
    { isLevel: false, length: height, depth: width, step: width, stride: 1 },
  ];
}

/** Lines as thick as this share of the shorter side are not looked for. */
const THICKEST = 0.1;

/** Shorter lines than this share of a side are not looked for. */
const SHORTEST = 0.3;

/** Lines steeper than this, to either side, are not looked for. */
const STEEPEST = 0.14;

/** No more lines than these are looked for in each direction. */
const MOST_LINES = 24;

/** After as many peaks that are none, no more lines are looked for. */
const MOST_FAILURES = 12;

/** Gaps up to this share of a side do not end a line. */
const GAP = 0.03;

/** Share of a line's places at which it must be thin, not crossed. */
const THIN_SHARE = 0.4;

/**
 * Finds lines by a Hough transform of thin runs: stretches of ink across a
 * line's direction that are no longer than a line is thick.
 *
 * @param picture Ink of at most 256 pixels a side.
 * @returns The lines, level ones first.
 * @see R. O. Duda and P. E. Hart, "Use of the Hough transformation to detect
 * lines and curves in pictures", Communications of the ACM 15 (1972)
 */
export function findLines({ ink, width, threshold }: InkPicture): Line[] {
  const height = ink.length / width;
  const thickest = Math.max(2, THICKEST * Math.min(width, height));
  return directionsOf(width, height).flatMap((direction) =>
    mergeLines(linesAlong(
      thinRuns(ink, threshold, direction, thickest),
      direction,
      (along, across) =>
        across >= 0 && across < direction.depth &&
        ink[along * direction.step + across * direction.stride]! > threshold,
    ))
  );
}

/** Whether there is ink at a place along and a place across. */
type IsInk = (along: number, across: number) => boolean;

/** Thin runs in order of their places along. */
interface ThinRuns {
  /** The place along of each. */
  readonly places: number[];
  /** Its first place across. */
  readonly starts: number[];
  /** Its pixels; 0 for one that belongs to a line already. */
  readonly sizes: number[];
}

function thinRuns(
  ink: Uint8Array,
  threshold: number,
  { length, depth, step, stride }: Direction,
  thickest: number,
): ThinRuns {
  const places: number[] = [];
  const starts: number[] = [];
  const sizes: number[] = [];
  for (let place = 0; place < length; place++) {
    let size = 0;
    for (let i = 0, at = place * step; i < depth; i++, at += stride) {
      if (ink[at]! > threshold) size++;
      else if (size > 0) {
        if (size <= thickest) {
          places.push(place);
          starts.push(i - size);
          sizes.push(size);
        }
        size = 0;
      }
    }
    if (size > 0 && size <= thickest) {
      places.push(place);
      starts.push(depth - size);
      sizes.push(size);
    }
  }
  return { places, starts, sizes };
}

function linesAlong(
  runs: ThinRuns,
  direction: Direction,
  isInk: IsInk,
): Line[] {
  const { length, depth } = direction;
  const shortest = Math.max(6, SHORTEST * length);
  const lines: Line[] = [];
  if (runs.places.length < THIN_SHARE * shortest) return lines;
  const half = Math.max(1, Math.round(STEEPEST * length / 1.5));
  const bins = depth + 2;
  const votes = new Int16Array((2 * half + 1) * bins);
  const vote = (run: number, weight: 1 | -1) => {
    const away = runs.places[run]! - length / 2;
    const center = runs.starts[run]! + runs.sizes[run]! / 2;
    for (let i = 0, row = 0; i <= 2 * half; i++, row += bins) {
      const bin = Math.floor(center - away * STEEPEST * (i - half) / half + 1);
      if (bin < 0 || bin >= bins) continue;
      votes[row + bin] = votes[row + bin]! + weight;
    }
  };
  for (let run = 0; run < runs.places.length; run++) vote(run, 1);
  // Peaks that are no lines, and what is around them.
  const isSeen = new Uint8Array(votes.length + 2 * bins + 2);
  let failures = 0;
  while (lines.length < MOST_LINES && failures < MOST_FAILURES) {
    let best = 0;
    let peak = -1;
    for (let i = 0; i + 1 < votes.length; i++) {
      const count = votes[i]! + votes[i + 1]!;
      if (count <= best || isSeen[i] === 1) continue;
      best = count;
      peak = i;
    }
    if (best < THIN_SHARE * shortest) break;
    const slope = STEEPEST * (Math.floor(peak / bins) - half) / half;
    const offset = peak % bins - slope * length / 2;
    const found = lineAt(runs, direction, isInk, slope, offset, shortest);
    if (found === null) {
      failures++;
      for (const row of [-bins, 0, bins]) {
        for (const bin of [-1, 0, 1]) {
          if (peak + row + bin >= 0) isSeen[peak + row + bin] = 1;
        }
      }
      continue;
    }
    isSeen[peak] = 1;
    lines.push(found.line);
    for (const run of found.members) {
      vote(run, -1);
      runs.sizes[run] = 0;
    }
  }
  return lines;
}

/** The longest stretch of thin runs on a line, fitted by least squares. */
function lineAt(
  runs: ThinRuns,
  { isLevel, length }: Direction,
  isInk: IsInk,
  slope: number,
  offset: number,
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
    // Strokes that cross leave gaps as wide as a pen.
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

/** Least squares, and the standard deviation from the line. */
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
