/**
 * Finds straight lines of ink, nearly horizontal or vertical: ruled paper,
 * frames, underlines, but also a digit's straight strokes.
 *
 * foreign_lines.ts decides what a line is.
 *
 * @module
 */

import {
  type Direction,
  directionsOf,
  type InkPicture,
} from "./ink_picture.ts";
import type { Line } from "./line.ts";
import { type IsInk, lineAt, THIN_SHARE } from "./line_at.ts";
import { mergeLines } from "./merge_lines.ts";
import { type ThinRuns, thinRuns } from "./thin_runs.ts";

/** Maximum thickness, as a share of the shorter side. */
const THICKEST = 0.1;

/** Maximum thickness in small pictures, in pixels: blur widens lines. */
const SOFT = 3;

/** The same where lines are sharp. */
const SHARP = 2;

/**
 * Below this shorter side, in pixels, lines must be sharp: in MNIST's 28 pixels,
 * the foot of a 2 is as thin and as straight as a blurred line.
 */
export const SHARP_SIDE = 30;

/** Minimum length, as a share of a side. */
const SHORTEST = 0.3;

/** Maximum slope, either way. */
const STEEPEST = 0.14;

/** Maximum lines in each direction. */
const MOST_LINES = 24;

/** The search ends after this many peaks that are not lines. */
const MOST_FAILURES = 12;

/**
 * Finds lines by a Hough transform of thin runs: stretches of ink across a
 * line's direction that are no longer than a line is thick.
 *
 * @param picture Ink of at most 256 pixels a side.
 * @returns The lines, horizontal ones first.
 * @see R. O. Duda and P. E. Hart, "Use of the Hough transformation to detect
 * lines and curves in pictures", Communications of the ACM 15 (1972)
 */
export function findLines(picture: InkPicture): Line[] {
  const { ink, width, threshold } = picture;
  const height = ink.length / width;
  const side = Math.min(width, height);
  const soft = side < SHARP_SIDE ? SHARP : SOFT;
  const thickest = Math.max(soft, THICKEST * side);
  return directionsOf(width, height).flatMap((direction) =>
    mergeLines(linesAlong(
      thinRuns(picture, direction, thickest),
      direction,
      (along, across) =>
        across >= 0 && across < direction.depth &&
        ink[along * direction.step + across * direction.stride]! > threshold,
    ))
  );
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
  // Rejected peaks and their surroundings.
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
    const found = lineAt(runs, direction, isInk, { slope, offset }, shortest);
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
