/**
 * Digits of one line whose ink touches a digit of the line below.
 *
 * Such a piece is about twice as high as others, and the pieces beside it are
 * two lines. It is cut from left to right, by the same seams as digits that
 * stand side by side.
 *
 * @module
 */

import type { InkPlane } from "./ink_plane.ts";
import {
  heightOf,
  type Piece,
  pieceOf,
  sharedRows,
  widthOf,
} from "./pieces.ts";
import { partOf } from "./cuts.ts";
import { findSeams, type Seam } from "./seams.ts";
import { findTextLines, type TextLine } from "./text_lines.ts";

/** How much higher than the middle one of all pieces a stacked pair is. */
const HIGH = 1.5;

/** Pieces lower than this share of the highest are marks or parts of digits. */
const SMALL = 0.25;

/** Whole digits are mostly narrower than so many of their heights, halves wider. */
const NARROW = 0.9;

/** Minimum height of each part, as a share of the middle piece's. */
const LOWEST = 0.5;

/** Minimum share of a line's height that a stacked pair has in common with it. */
const SHARED = 0.5;

/**
 * What it costs to cut a height away from the place between the lines, in
 * widths of the pen that are cut.
 */
const AWAY = 4;

/**
 * Cuts pieces that reach over two lines.
 *
 * @param pieces The ink of a page.
 * @param plane The picture that it is in.
 * @param stroke The width of the pen, in pixels.
 * @returns The pieces, cut where that can be told; the same ones if none is.
 */
export function partStacked(
  pieces: readonly Piece[],
  plane: InkPlane,
  stroke: number,
): readonly Piece[] {
  const highest = Math.max(0, ...pieces.map(heightOf));
  const heights = pieces.map(heightOf)
    .filter((height) => height >= SMALL * highest)
    .sort((a, b) => a - b);
  const height = heights[heights.length >> 1] ?? 0;
  if (highest < HIGH * height) return pieces;
  const stacked = pieces.filter((piece) => heightOf(piece) >= HIGH * height);
  if (stacked.length === 0) return pieces;
  const others = pieces.filter((piece) => !stacked.includes(piece));
  // Beside halves of broken digits, a digit that is whole is as high.
  if (shapeOf(others) > NARROW) return pieces;
  const lines = findTextLines(others);
  let turned: InkPlane | undefined;
  return pieces.flatMap((piece) => {
    if (!stacked.includes(piece)) return [piece];
    const between = placeBetween(piece, lines);
    if (between === null) return [piece];
    turned ??= transposedPlane(plane);
    return cutAcross(piece, turned, { between, height, stroke });
  });
}

/** Width by height of the middle one of some pieces. */
function shapeOf(pieces: readonly Piece[]): number {
  const shapes = pieces.map((piece) => widthOf(piece) / heightOf(piece))
    .sort((a, b) => a - b);
  return shapes[shapes.length >> 1] ?? 0;
}

/** The row between the two lines that a piece reaches over; null for one line. */
function placeBetween(
  piece: Piece,
  lines: readonly TextLine<Piece>[],
): number | null {
  const reached = lines
    .map(({ pieces }) => nearest(piece, pieces))
    .filter((other) => sharedRows(piece, other) >= SHARED * heightOf(other));
  const [upper, lower, third] = reached;
  if (upper === undefined || lower === undefined || third !== undefined) {
    return null;
  }
  return (upper.bottom + lower.top) / 2;
}

/** The piece of a line that is nearest to another one. */
function nearest(piece: Piece, line: readonly Piece[]): Piece {
  const distance = ({ left, right }: Piece) =>
    Math.abs(left + right - piece.left - piece.right);
  return line.reduce((a, b) => distance(b) < distance(a) ? b : a);
}

/** Cuts a piece from left to right. */
function cutAcross(
  piece: Piece,
  turned: InkPlane,
  { between, height, stroke }: {
    readonly between: number;
    readonly height: number;
    readonly stroke: number;
  },
): Piece[] {
  const side = transposed(piece);
  const badness = ({ columns, cost }: Seam) => {
    const row = columns.reduce((sum, at) => sum + at, 0) / columns.length;
    return cost / stroke + AWAY * Math.abs(row - between) / height;
  };
  const seams = findSeams(side, turned)
    .sort((a, b) => badness(a) - badness(b));
  for (const seam of seams) {
    const cut = { ...seam, plausibility: 0 };
    const upper = partOf(side, undefined, cut);
    const lower = partOf(side, cut, undefined);
    if (upper === null || lower === null) continue;
    const parts = [transposed(upper), transposed(lower)];
    if (parts.every((part) => heightOf(part) >= LOWEST * height)) return parts;
  }
  return [piece];
}

/** A piece with rows for columns. */
function transposed({ runs, left, right }: Piece): Piece {
  const columns: number[][] = Array.from({ length: right - left }, () => []);
  for (let at = 0; at < runs.length; at += 3) {
    for (let x = runs[at + 1]!; x < runs[at + 2]!; x++) {
      const column = columns[x - left]!;
      const row = runs[at]!;
      if (column.at(-1) === row) column[column.length - 1] = row + 1;
      else column.push(row, row + 1);
    }
  }
  return pieceOf(
    Int32Array.from(
      columns.flatMap((column, x) =>
        column.flatMap((row, i) => i % 2 === 0 ? [x + left, row] : [row])
      ),
    ),
  );
}

/** A picture with rows for columns. */
function transposedPlane(plane: InkPlane): InkPlane {
  const { width, height, ink } = plane;
  const turned = new Uint8Array(ink.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) turned[x * height + y] = ink[at]!;
  }
  return { ...plane, ink: turned, width: height, height: width };
}
