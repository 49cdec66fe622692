/**
 * Finds lines of ruled and squared paper that strokes hide for most of their
 * length.
 *
 * @module
 */

import {
  type Direction,
  directionsOf,
  type InkPicture,
} from "./ink_picture.ts";
import { centerOf, type Line } from "./line.ts";
import { type ThinRuns, thinRuns } from "./thin_runs.ts";

/** Minimum share of a line's places where it is visible. */
const SHOWN = 0.2;

/** Minimum number of such places. */
const FEWEST = 5;

/**
 * Lines up to this far from the border may be edges of a cell, as a share of the
 * side.
 */
const EDGE = 0.18;

/**
 * Maximum gap between a line's end and the border, as a share of its length.
 */
const NEAR = 0.04;

/**
 * Finds more lines like known ones: parallel to at least two of them, as thin,
 * and from border to border.
 *
 * @param picture Ink of at most 256 pixels a side.
 * @param known Lines of the paper, at least one.
 * @returns The additional lines.
 */
export function hiddenLines(
  picture: InkPicture,
  known: readonly Line[],
): Line[] {
  const { ink, width } = picture;
  const found = directionsOf(width, ink.length / width).map((direction) => {
    const parallel = known.filter(({ isLevel }) =>
      isLevel === direction.isLevel
    );
    // Ruled paper has lines in one direction only.
    if (parallel.length < 2) return [];
    // Two at the picture's edges are a cell's.
    const isInner = (line: Line) => {
      const middle = centerOf(line, direction.length / 2);
      return middle > EDGE * direction.depth &&
        middle < (1 - EDGE) * direction.depth;
    };
    if (!parallel.some(isInner)) return [];
    const line = {
      slope: middle(parallel.map(({ slope }) => slope)),
      thickness: middle(parallel.map(({ thickness }) => thickness)),
    };
    const runs = thinRuns(picture, direction, 1.5 * line.thickness + 1);
    return linesLike(line, runs, direction, parallel);
  });
  return found.flat();
}

function linesLike(
  { slope, thickness }: Pick<Line, "slope" | "thickness">,
  runs: ThinRuns,
  { isLevel, length, depth }: Direction,
  known: readonly Line[],
): Line[] {
  const center = (run: number) =>
    runs.starts[run]! + runs.sizes[run]! / 2 -
    slope * (runs.places[run]! - length / 2);
  const counts = new Int16Array(depth + 2);
  const bin = (run: number) => Math.floor(center(run)) + 1;
  for (let run = 0; run < runs.places.length; run++) {
    const at = bin(run);
    if (at >= 0 && at < counts.length) counts[at] = counts[at]! + 1;
  }
  const apart = 2 * thickness + 2;
  const taken = known.map((line) => centerOf(line, length / 2));
  const lines: Line[] = [];
  const least = Math.max(FEWEST, SHOWN * length);
  for (;;) {
    let best = -1;
    let most = least - 1;
    for (let at = 0; at + 1 < counts.length; at++) {
      const count = counts[at]! + counts[at + 1]!;
      if (count <= most || taken.some((y) => Math.abs(y - at) < apart)) {
        continue;
      }
      best = at;
      most = count;
    }
    if (best < 0) return lines;
    taken.push(best);
    const members = [];
    for (let run = 0; run < runs.places.length; run++) {
      if (Math.abs(center(run) - best) <= 1) members.push(run);
    }
    const first = runs.places[members[0]!]!;
    const last = runs.places[members.at(-1)!]!;
    const near = Math.max(1, NEAR * length);
    if (first > near && last < length - 1 - near) continue;
    const offset = middle(members.map(center)) - slope * length / 2;
    lines.push({ isLevel, start: 0, end: length, offset, slope, thickness });
  }
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
