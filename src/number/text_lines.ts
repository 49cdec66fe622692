/**
 * Finds lines of writing: which pieces of ink are side by side.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { boxAround } from "../image/normalize/select.ts";
import { heightOf, sharedColumns, sharedRows, widthOf } from "./pieces.ts";

/** Pieces on one line. */
export interface TextLine<P extends Box> {
  /** In reading order: by the middle of their boxes. */
  readonly pieces: readonly P[];
  /** The height of the line's digits, in pixels. */
  readonly height: number;
}

/** Pieces lower than this share of the tallest are parts or marks, never whole digits. */
const SMALL = 0.4;

/**
 * Minimum overlap of two pieces on one line, as a share of the lower one's
 * height.
 */
const SHARED = 0.35;

/**
 * Maximum gap between two pieces of a broken stroke, as a share of their joint
 * height.
 */
const BROKEN = 0.1;

/**
 * Pieces whose joint height exceeds this many of the tallest are not a broken
 * digit.
 */
const HIGHEST = 1.4;

/**
 * Maximum distance between neighbouring digits, in the taller one's heights.
 */
const FARTHEST = 4;

/** Pieces lower and narrower than this share of their line are specks. */
const SPECK = 0.12;

/**
 * Sorts pieces into lines.
 *
 * Two pieces of a digit's size are on one line if they overlap vertically and
 * are near each other, so a line may slope; or if one is right above the other
 * and both together are hardly higher than a digit. Smaller pieces join the
 * nearest line, and specks are ignored.
 *
 * @param pieces Boxes of ink or of strokes.
 * @param highest How much higher than the tallest piece the halves of a broken
 *   digit may be together; `Infinity` if every digit may be broken.
 * @returns Lines from the top down.
 */
export function findTextLines<P extends Box>(
  pieces: readonly P[],
  highest: number = HIGHEST,
): TextLine<P>[] {
  const tallest = Math.max(0, ...pieces.map(heightOf));
  const isTall = (piece: P) => heightOf(piece) >= SMALL * tallest;
  const isBroken = (a: P, b: P) => isBrokenDigit(a, b, highest * tallest);
  const groups = connect(
    pieces.filter(isTall),
    (a, b) => areBeside(a, b) || isBroken(a, b),
  );
  const heights = groups.map((group) =>
    typical(group.map((piece) =>
      heightOf(boxAround([
        piece,
        ...group.filter((other) => isBroken(piece, other)),
      ]))
    ))
  );
  for (const piece of pieces) {
    if (isTall(piece)) continue;
    const nearest = nearestGroup(piece, groups);
    if (nearest === -1) continue;
    const least = SPECK * heights[nearest]!;
    if (heightOf(piece) < least && widthOf(piece) < least) continue;
    groups[nearest]!.push(piece);
  }
  return groups
    .map((group, index) => ({
      pieces: group.sort((a, b) => a.left + a.right - b.left - b.right),
      height: heights[index]!,
    }))
    .sort((a, b) => middle(a) - middle(b));
}

/** Groups in which each piece belongs to another one. */
function connect<P extends Box>(
  pieces: readonly P[],
  belong: (a: P, b: P) => boolean,
): P[][] {
  const open = new Set(pieces);
  const groups: P[][] = [];
  for (const first of open) {
    open.delete(first);
    const group = [first];
    // The group grows while the loop runs.
    for (const piece of group) {
      for (const other of open) {
        if (!belong(piece, other)) continue;
        open.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function areBeside(a: Box, b: Box): boolean {
  const lower = Math.min(heightOf(a), heightOf(b));
  const taller = Math.max(heightOf(a), heightOf(b));
  return sharedRows(a, b) >= SHARED * lower &&
    -sharedColumns(a, b) <= FARTHEST * taller;
}

/**
 * Whether two pieces are one above the other, like the halves of a broken
 * digit.
 */
function isBrokenDigit(a: Box, b: Box, highest: number): boolean {
  const together = heightOf(boxAround([a, b]));
  const narrower = Math.min(widthOf(a), widthOf(b));
  return together <= highest &&
    -sharedRows(a, b) <= BROKEN * together &&
    sharedColumns(a, b) >= narrower / 2;
}

/** Index of the group nearest to a small piece; -1 if there are no groups. */
function nearestGroup(piece: Box, groups: readonly (readonly Box[])[]): number {
  let nearest = -1;
  let least = Infinity;
  groups.forEach((group, index) => {
    for (const other of group) {
      const x = Math.max(0, -sharedColumns(piece, other));
      const y = Math.max(0, -sharedRows(piece, other));
      // Lines are below each other, so vertical distance counts twice.
      const distance = x + 2 * y;
      if (distance < least) [nearest, least] = [index, distance];
    }
  });
  return nearest;
}

/** The median. */
function typical(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function middle({ pieces }: TextLine<Box>): number {
  let sum = 0;
  for (const { top, bottom } of pieces) sum += top + bottom;
  return sum / pieces.length;
}
