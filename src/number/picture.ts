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
import { type Piece, piecesOf } from "./pieces.ts";
import { checkPieces, type NumberReading, readLine } from "./read_line.ts";
import { findTextLines } from "./text_lines.ts";

/** Longest side that digits are sought in; larger pictures are reduced to it. */
const WORKING_SIDE = 1024;

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
      const parts = pieces.flatMap((piece) => cutPiece(piece, height, stroke));
      const line = parts.map(({ piece, seam }) => ({ ...piece, seam }));
      const draw = (from: number, to: number) =>
        digitOfPieces(plane, line.slice(from, to));
      return readLine(reader, line, height, draw)
        .map((digit) => ({ ...digit, box: scaled(digit.box, scale, image) }));
    })
    .filter((digits) => digits.length > 0);
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
