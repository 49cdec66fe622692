/**
 * Lines of writing: which pieces of ink stand side by side.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
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

/** Farthest from one digit of a line to the next, in the taller one's heights. */
const FARTHEST = 4;

/** Pieces lower and narrower than this share of their line are specks. */
const SPECK = 0.12;

/**
 * Sorts pieces into lines.
 *
 * Two pieces of a digit's size stand on one line if they overlap vertically and
 * are near each other; so a line may slope. Smaller pieces join the line that
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
  const groups = connect(pieces.filter(isTall));
  const heights = groups.map((group) => typical(group.map(heightOf)));
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

/** Groups of pieces each of which is beside another of its group. */
function connect<P extends Box>(pieces: readonly P[]): P[][] {
  const open = new Set(pieces);
  const groups: P[][] = [];
  for (const first of open) {
    open.delete(first);
    const group = [first];
    // The list grows while it is walked through.
    for (const piece of group) {
      for (const other of open) {
        if (!areBeside(piece, other)) continue;
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
