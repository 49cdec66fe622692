/**
 * Candidate digits of a line: neighbouring pieces, whole or from one cut to
 * another.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import {
  cutPlausibility,
  digitPlausibility,
  markPlausibility,
  neighbourPlausibility,
  plusPlausibility,
} from "./geometry.ts";
import type { Segment } from "./lattice.ts";
import { widthOf } from "./pieces.ts";

/** A piece of a line, and where it may be cut. */
export interface LinePiece<P extends Box> {
  /** All of it. */
  readonly whole: P;
  /** Plausibility of each cut, from left to right; usually there is none. */
  readonly cuts: readonly number[];
  /**
   * The ink between two places: 0 is the left end, 1 the first cut, and
   * `cuts.length + 1` the right end. Null if there is none.
   */
  part(from: number, to: number): P | null;
}

/** Ink that may be a digit or a mark. */
export interface Candidate<P extends Box> extends Segment {
  /** Parts of neighbouring pieces, at least one. */
  readonly parts: readonly P[];
  /** Whether it is a mark, which is skipped. */
  readonly isMark: boolean;
  /** Whether its parts are whole pieces. */
  readonly isWhole: boolean;
  /** Whether it is as small as a mark; if it reads as a one, it is a comma. */
  readonly isSmall: boolean;
}

/** The candidates of a line. */
export interface Candidates<P extends Box> {
  /** The last place of the line; the first is 0. */
  readonly end: number;
  /** In no particular order. Scores rate positions and sizes only. */
  readonly list: readonly Candidate<P>[];
}

/** A part wider than this many line heights is not a digit. */
const WIDEST = 1.8;

/** Maximum pieces of one digit. */
const MOST_PIECES = 5;

/**
 * Lists the candidate digits and marks of a line.
 *
 * @param line Pieces from left to right.
 * @param height The height of the line's digits.
 */
export function candidatesOf<P extends Box>(
  line: readonly LinePiece<P>[],
  height: number,
): Candidates<P> {
  const starts = [0];
  for (const { cuts } of line) starts.push(starts.at(-1)! + cuts.length + 1);
  const list: Candidate<P>[] = [];
  line.forEach((piece, index) => {
    const mark = piece.cuts.length === 0
      ? markPlausibility(piece.whole, height)
      : -Infinity;
    for (let place = 0; place <= piece.cuts.length; place++) {
      const from = starts[index]! + place;
      const beginning = place > 0
        ? cutPlausibility(piece.cuts[place - 1]!)
        : afterPiece(line[index - 1], piece);
      const runs = runsFrom(line, starts, index, place, height);
      for (const { parts, to, isWhole } of runs) {
        const score = beginning + digitPlausibility(parts, height);
        if (score === -Infinity) continue;
        const isSmall = parts.length === 1 && mark > -Infinity;
        list.push({ from, to, score, parts, isMark: false, isWhole, isSmall });
      }
    }
    if (mark > -Infinity) {
      list.push({
        from: starts[index]!,
        to: starts[index + 1]!,
        score: mark,
        parts: [piece.whole],
        isMark: true,
        isWhole: true,
        isSmall: true,
      });
    }
    const next = line[index + 1];
    if (next === undefined || piece.cuts.length + next.cuts.length > 0) return;
    const plus = plusPlausibility(piece.whole, next.whole, height);
    if (plus === -Infinity) return;
    list.push({
      from: starts[index]!,
      to: starts[index + 2]!,
      score: plus,
      parts: [piece.whole, next.whole],
      isMark: true,
      isWhole: true,
      isSmall: true,
    });
  });
  return { end: starts.at(-1)!, list };
}

/** How plausible it is that a digit begins with a piece. */
function afterPiece<P extends Box>(
  before: LinePiece<P> | undefined,
  piece: LinePiece<P>,
): number {
  if (before === undefined) return 0;
  const count = before.cuts.length;
  return neighbourPlausibility(
    before.part(count, count + 1) ?? before.whole,
    piece.part(0, 1) ?? piece.whole,
  );
}

/** All candidate digits that begin at a place. */
function* runsFrom<P extends Box>(
  line: readonly LinePiece<P>[],
  starts: readonly number[],
  first: number,
  place: number,
  height: number,
): Generator<Pick<Candidate<P>, "parts" | "to" | "isWhole">> {
  const parts: P[] = [];
  const last = Math.min(line.length, first + MOST_PIECES);
  for (let index = first; index < last; index++) {
    const piece = line[index]!;
    const from = index === first ? place : 0;
    const end = piece.cuts.length + 1;
    for (let to = from + 1; to <= end; to++) {
      const part = piece.part(from, to);
      if (part === null) continue;
      const isPart = from > 0 || to < end;
      if (isPart && widthOf(part) > WIDEST * height) {
        // Longer parts are wider still. The whole piece is tried at any width,
        // because there may be no other candidate.
        if (from > 0) break;
        to = end - 1;
        continue;
      }
      yield {
        parts: [...parts, part],
        to: starts[index]! + to,
        isWhole: place === 0 && to === end,
      };
    }
    const rest = piece.part(from, end);
    if (rest === null) return;
    parts.push(rest);
  }
}
