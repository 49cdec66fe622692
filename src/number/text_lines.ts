/**
 * Lines of writing: which pieces of ink stand side by side.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { boxAround } from "../image/normalize/select.ts";
import { heightOf, sharedColumns, sharedRows, widthOf } from "./pieces.ts";

/** Pieces that stand on one line. */
export interface TextLine<P extends Box> {
  /** In reading order: by the middle of their boxes, from the left. */
  readonly pieces: readonly P[];
  /** The height of the line's digits, in pixels. */
  readonly height: number;
}

/** Pieces lower than this share of the tallest are parts or marks, never whole digits. */
const SMALL = 0.4;

/** Share of the lower of two pieces' heights that they must share to be on one line. */
const SHARED = 0.35;

/** Widest gap of a broken stroke between two pieces, in heights of both together. */
const BROKEN = 0.1;

/** Pieces that are higher together than so many of the tallest are no broken digit. */
const HIGHEST = 1.4;

/** Farthest from one digit of a line to the next, in the taller one's heights. */
const FARTHEST = 4;

/** Pieces lower and narrower than this share of their line are specks. */
const SPECK = 0.12;

/**
 * Sorts pieces into lines.
 *
 * Two pieces of a digit's size stand on one line if they overlap vertically and
 * are near each other, so a line may slope, or if one is right above the other
 * and both are hardly higher than a digit. Smaller pieces join the line that
 * they are nearest to, and specks are left out.
 *
 * @param pieces Boxes of ink or of strokes.
 * @returns Lines from the top down.
 */
export function findTextLines<P extends Box>(
  pieces: readonly P[],
): TextLine<P>[] {
  const tallest = Math.max(0, ...pieces.map(heightOf));
  const isTall = (piece: P) => heightOf(piece) >= SMALL * tallest;
  const isBroken = (a: P, b: P) => isBrokenDigit(a, b, HIGHEST * tallest);
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

/** Groups of pieces each of which belongs to another of its group. */
function connect<P extends Box>(
  pieces: readonly P[],
  belong: (a: P, b: P) => boolean,
): P[][] {
  const open = new Set(pieces);
  const groups: P[][] = [];
  for (const first of open) {
    open.delete(first);
    const group = [first];
    // The list grows while it is walked through.
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

/** Whether two pieces stand one above the other as the halves of a broken digit do. */
function isBrokenDigit(a: Box, b: Box, highest: number): boolean {
  const together = heightOf(boxAround([a, b]));
  const narrower = Math.min(widthOf(a), widthOf(b));
  return together <= highest &&
    -sharedRows(a, b) <= BROKEN * together &&
    sharedColumns(a, b) >= narrower / 2;
}

/** Index of the group with the piece that a small one is nearest to; -1 without groups. */
function nearestGroup(piece: Box, groups: readonly (readonly Box[])[]): number {
  let nearest = -1;
  let least = Infinity;
  groups.forEach((group, index) => {
    for (const other of group) {
      const x = Math.max(0, -sharedColumns(piece, other));
      const y = Math.max(0, -sharedRows(piece, other));
      // Lines lie below each other: ink above or below is farther than beside.
      const distance = x + 2 * y;
      if (distance < least) [nearest, least] = [index, distance];
    }
  });
  return nearest;
}

/** The middle one of some values. */
function typical(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function middle({ pieces }: TextLine<Box>): number {
  let sum = 0;
  for (const { top, bottom } of pieces) sum += top + bottom;
  return sum / pieces.length;
}
