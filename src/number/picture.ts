/**
 * Reads the digits of a picture, line by line.
 *
 * @module
 */

import type { GreyImage } from "../image/grey.ts";
import { type Box, findComponents } from "../image/normalize/components.ts";
import { reduce, reducingFactor } from "../image/normalize/reduce.ts";
import type { DigitReader } from "../recognizer.ts";
import { isBroken, isDoubtful } from "./broken_lines.ts";
import { digitOfPieces } from "./crop.ts";
import type { LinePiece } from "./candidates.ts";
import { type Cut, findCuts, partOf } from "./cuts.ts";
import { findInk, type InkPlane } from "./ink_plane.ts";
import { penWidth, type Piece, piecesOf, widthOf } from "./pieces.ts";
import type { DigitReading, NumberReading } from "./number_reading.ts";
import { checkPieces, readDigit, readLine } from "./read_line.ts";
import { partStacked } from "./stacked.ts";
import { findTextLines, type TextLine } from "./text_lines.ts";

/**
 * Longest side in which digits are sought; larger pictures are reduced to it.
 */
export const WORKING_SIDE = 1024;

/** Pieces narrower than this share of their line's height are never two digits. */
const NARROWEST = 0.2;

/** Pieces wider than this share of it may be two digits, however they read. */
const WIDEST = 0.95;

/**
 * Pieces in between may be two digits if they are read with less confidence
 * than this.
 */
const SURE = 0.94;

/**
 * Maximum pieces and cuts of a page; a page of scribbles would take seconds.
 */
const MOST_PLACES = 512;

/** A line of a picture, before it is read. */
export interface PictureLine {
  /** Its ink, from left to right. */
  readonly pieces: readonly LinePiece<Piece>[];
  /** The height of its digits, in pixels of the working size. */
  readonly height: number;
  /** Reads parts of neighbouring pieces as one digit. */
  readonly read: (parts: readonly Piece[]) => DigitReading;
}

/**
 * Reads all digits of a picture.
 *
 * @param reader Reads digit images.
 * @param image A grey picture of any polarity.
 * @returns Its lines with at least one digit, boxes in the picture's pixels;
 * none for a blank picture.
 * @throws {RangeError} There are more pieces of ink than can be read.
 */
export function readNumber(
  reader: DigitReader,
  image: GreyImage,
): NumberReading {
  const scale = reducingFactor(image, WORKING_SIDE);
  return readPage(reader, image).reading.map((digits) =>
    digits.map((digit) => ({ ...digit, box: scaled(digit.box, scale, image) }))
  );
}

/**
 * Finds the lines of a picture, and where their ink may be cut.
 *
 * @param reader Reads digit images.
 * @param image A grey picture of any polarity.
 * @returns Lines from the top down; none for a blank picture.
 * @throws {RangeError} There are more pieces of ink than can be read.
 */
export function findLines(
  reader: DigitReader,
  image: GreyImage,
): readonly PictureLine[] {
  return readPage(reader, image).lines;
}

/** Lines of a picture, and what they read as. */
interface Page {
  readonly lines: readonly PictureLine[];
  /** Lines without a digit are left out; boxes are in the working size. */
  readonly reading: NumberReading;
}

function readPage(reader: DigitReader, image: GreyImage): Page {
  const plane = findInk(reduce(image, WORKING_SIDE));
  if (plane === null) return { lines: [], reading: [] };
  const components = findComponents(plane.ink, plane.width, plane.threshold);
  const connected = piecesOf(components, plane.width);
  const stroke = penWidth(connected);
  const pieces = partStacked(connected, plane, stroke);
  const readLines = (found: readonly TextLine<Piece>[]): Page => {
    const lines = cutLines(reader, plane, found, stroke);
    const reading = lines
      .map(({ pieces, height, read }) => readLine(pieces, height, read))
      .filter((digits) => digits.length > 0);
    return { lines, reading };
  };
  const apart = readLines(findTextLines(pieces));
  if (!isDoubtful(apart.reading)) return apart;
  const found = findTextLines(pieces, Infinity);
  if (found.length === apart.lines.length) return apart;
  const joined = readLines(found);
  return isBroken(apart.reading, joined.reading) ? joined : apart;
}

/** Finds where the ink of lines may be cut. */
function cutLines(
  reader: DigitReader,
  plane: InkPlane,
  lines: readonly TextLine<Piece>[],
  stroke: number,
): PictureLine[] {
  const count = lines.reduce((sum, { pieces }) => sum + pieces.length, 0);
  checkPieces(count, "pieces of ink");
  let places = count;
  return lines.map(({ pieces, height }): PictureLine => {
    const wholes = new Map<Piece, DigitReading>();
    const readPieces = (parts: readonly Piece[]) =>
      readDigit(reader, digitOfPieces(plane, parts));
    return {
      height,
      pieces: pieces.map((piece) => {
        const reading = readPieces([piece]);
        wholes.set(piece, reading);
        const isWhole = places >= MOST_PLACES ||
          isOneDigit(reading, piece, height);
        const cuts = isWhole ? [] : findCuts(piece, plane, height, stroke);
        places += cuts.length;
        return linePiece(piece, cuts);
      }),
      read: (parts) =>
        (parts.length === 1 ? wholes.get(parts[0]!) : undefined) ??
          readPieces(parts),
    };
  });
}

function linePiece(piece: Piece, cuts: readonly Cut[]): LinePiece<Piece> {
  const places = cuts.length + 2;
  const parts = new Map<number, Piece | null>([[places - 1, piece]]);
  return {
    whole: piece,
    cuts: cuts.map(({ plausibility }) => plausibility),
    part(from, to) {
      const key = from * places + to;
      let part = parts.get(key);
      if (part === undefined) {
        part = partOf(piece, cuts[from - 1], cuts[to - 1]);
        parts.set(key, part);
      }
      return part;
    },
  };
}

/**
 * Whether a piece is certainly one digit or a part of one, so that no cuts are
 * needed. Most are, and looking for cuts takes longer than reading.
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
