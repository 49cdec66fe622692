/**
 * Several digits in one drawing: lines of them, read as a number.
 *
 * @module
 */

import type { GreyImage } from "../image/grey.ts";
import { findComponents } from "../image/normalize/components.ts";
import type { DigitReader } from "../recognizer.ts";
import { digitOfPieces } from "./crop.ts";
import { cutPiece } from "./cuts.ts";
import { findInk } from "./ink_plane.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { type PlacedDigit, readLine } from "./read_line.ts";
import { findTextLines } from "./text_lines.ts";

/** A page's digits: its lines from the top down, each from left to right. */
export type NumberReading = readonly (readonly PlacedDigit[])[];

/**
 * Reads all digits of a picture.
 *
 * @param reader Reads digit images.
 * @param image A grey picture of any polarity.
 * @returns Its lines with at least one digit; none for a blank picture.
 */
export function readNumber(
  reader: DigitReader,
  image: GreyImage,
): NumberReading {
  const plane = findInk(image);
  if (plane === null) return [];
  const components = findComponents(plane.ink, plane.width, plane.threshold);
  const pieces = piecesOf(components, plane.width);
  const stroke = penWidth(pieces);
  return findTextLines(pieces)
    .map(({ pieces, height }) => {
      const parts = pieces.flatMap((piece) => cutPiece(piece, height, stroke));
      const line = parts.map(({ piece, seam }) => ({ ...piece, seam }));
      const draw = (from: number, to: number) =>
        digitOfPieces(plane, line.slice(from, to));
      return readLine(reader, line, height, draw);
    })
    .filter((digits) => digits.length > 0);
}

/**
 * Mean width of the strokes: twice the area by the outline's length, which is
 * about pi times the count of runs, since an outline has as many sides upright
 * as across.
 */
function penWidth(pieces: readonly Piece[]): number {
  let area = 0;
  let runs = 0;
  for (const piece of pieces) {
    area += piece.area;
    runs += piece.runs.length / 3;
  }
  return 2 * area / (Math.PI * Math.max(1, runs));
}
