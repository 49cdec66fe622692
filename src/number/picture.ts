/**
 * Several digits in one drawing: lines of them, read as a number.
 *
 * @module
 */

import type { GreyImage } from "../image/grey.ts";
import { type Box, findComponents } from "../image/normalize/components.ts";
import { reduce, reducingFactor } from "../image/normalize/reduce.ts";
import type { DigitReader } from "../recognizer.ts";
import { digitOfPieces } from "./crop.ts";
import { cutPiece } from "./cuts.ts";
import { findInk } from "./ink_plane.ts";
import { type Piece, piecesOf, widthOf } from "./pieces.ts";
import {
  checkPieces,
  type DigitReading,
  type NumberReading,
  readDigit,
  readLine,
} from "./read_line.ts";
import { findTextLines } from "./text_lines.ts";

/** Longest side that digits are sought in; larger pictures are reduced to it. */
export const WORKING_SIDE = 1024;

/** Pieces narrower than this share of their line's height are never two digits. */
const NARROWEST = 0.5;

/** Pieces wider than this share of it may be two digits, however they read. */
const WIDEST = 0.85;

/** Others may be if they are read with less confidence than this. */
const SURE = 0.95;

/**
 * Reads all digits of a picture.
 *
 * @param reader Reads digit images.
 * @param image A grey picture of any polarity.
 * @returns Its lines with at least one digit, boxes in the picture's pixels;
 * none for a blank picture.
 * @throws {RangeError} There are more pieces of ink than a number has.
 */
export function readNumber(
  reader: DigitReader,
  image: GreyImage,
): NumberReading {
  const plane = findInk(reduce(image, WORKING_SIDE));
  if (plane === null) return [];
  const components = findComponents(plane.ink, plane.width, plane.threshold);
  const pieces = piecesOf(components, plane.width);
  const stroke = penWidth(pieces);
  const lines = findTextLines(pieces);
  const count = lines.reduce((sum, { pieces }) => sum + pieces.length, 0);
  checkPieces(count, "pieces of ink");
  const scale = reducingFactor(image, WORKING_SIDE);
  return lines
    .map(({ pieces, height }) => {
      const readings = new Map<Piece, DigitReading>();
      const readPieces = (pieces: readonly Piece[]) =>
        readDigit(reader, digitOfPieces(plane, pieces));
      const parts = pieces.flatMap((piece) => {
        const reading = readPieces([piece]);
        readings.set(piece, reading);
        return isOneDigit(reading, piece, height)
          ? [{ piece, seam: 0 }]
          : cutPiece(piece, height, stroke);
      });
      const line = parts.map(({ piece, seam }) => ({ ...piece, seam }));
      const read = (from: number, to: number) =>
        (to === from + 1 ? readings.get(parts[from]!.piece) : undefined) ??
          readPieces(line.slice(from, to));
      return readLine(line, height, read)
        .map((digit) => ({ ...digit, box: scaled(digit.box, scale, image) }));
    })
    .filter((digits) => digits.length > 0);
}

/**
 * Whether a piece is one digit or a part of one for sure, so that nobody needs
 * to look for cuts: most are, and looking takes longer than reading.
 *
 * @param reading The piece read as one digit.
 * @param height The height of its line's digits.
 */
function isOneDigit(
  { answer }: DigitReading,
  piece: Piece,
  height: number,
): boolean {
  const width = widthOf(piece) / height;
  if (width < NARROWEST) return true;
  if (width > WIDEST) return false;
  return answer.confidence >= SURE;
}

/** A box of the reduced picture in the picture's own pixels. */
function scaled(box: Box, scale: number, { width, height }: GreyImage): Box {
  return {
    left: box.left * scale,
    top: box.top * scale,
    right: Math.min(width, box.right * scale),
    bottom: Math.min(height, box.bottom * scale),
  };
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
