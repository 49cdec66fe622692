/**
 * Reads a line of pieces as digits.
 *
 * It does not know where the pieces come from: pictures and pen strokes differ
 * only in how pieces are drawn as a digit image.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { boxAround } from "../image/normalize/select.ts";
import type { DigitReader, RecognizerAnswer } from "../recognizer.ts";
import { type Candidate, candidatesOf, type LinePiece } from "./candidates.ts";
import { bestChain } from "./lattice.ts";
import type { DigitReading, PlacedDigit } from "./number_reading.ts";
import { withoutSlashes } from "./slashes.ts";

/** Weight of the recognizer's confidence, relative to geometry. */
const READING = 10;

/**
 * Weight of skipping ink at either end that does not read as a digit, such as a
 * currency sign. Ink that is alone or between digits is never skipped.
 */
const SIGN = -6;

/**
 * Ink that reads as no digit with less confidence than this is a sign. Currency
 * signs drawn by program all read with less than 0.11, and of validation digits
 * less than 1 in 2,000 with less than this.
 */
const MOST_SIGN_CONFIDENCE = 0.13;

/** Minimum confidence, so that no single reading rules a chain out. */
const LEAST_CONFIDENCE = 1e-6;

/** Maximum pieces on a page: more are not a number, and would take long. */
const MOST_PIECES_OF_PAGE = 256;

/**
 * Refuses a page with too many pieces.
 *
 * @param count How many there are.
 * @param what Name of the pieces, for the message.
 * @throws {RangeError} There are more than 256.
 */
export function checkPieces(count: number, what: string): void {
  if (count <= MOST_PIECES_OF_PAGE) return;
  throw new RangeError(
    `There are ${count} ${what}; ` +
      `at most ${MOST_PIECES_OF_PAGE} can be read as a number`,
  );
}

/**
 * Reads a digit image.
 *
 * @param reader Reads it.
 * @param pixels 784 bytes.
 */
export function readDigit(
  reader: DigitReader,
  pixels: Uint8Array,
): DigitReading {
  const [answer] = reader.recognize(pixels);
  return { answer: answer!, pixels };
}

/**
 * Reads a line.
 *
 * Reading can only lower a score, so only candidates on the best chain need to
 * be read: a few out of many.
 *
 * @param line Pieces from left to right.
 * @param height The height of the line's digits, in the pieces' units.
 * @param read Reads parts of neighbouring pieces as one digit.
 * @returns The digits in reading order, without a date's slashes; none if there
 * are only marks.
 */
export function readLine<P extends Box>(
  line: readonly LinePiece<P>[],
  height: number,
  read: (parts: readonly P[]) => DigitReading,
): PlacedDigit[] {
  const { end, list } = candidatesOf(line, height);
  const open: OpenCandidate<P>[] = list
    .map((candidate) => ({ ...candidate, digit: undefined }));
  for (;;) {
    const chain = bestChain(end, open);
    const unread = chain
      .filter(({ digit, isMark }) => digit === undefined && !isMark);
    if (unread.length === 0) {
      return withoutSlashes(
        chain.flatMap(({ digit, isMark }) => isMark ? [] : digit ?? []),
      );
    }
    for (const candidate of unread) {
      const reading = read(candidate.parts);
      const { left, top, right, bottom } = boxAround(candidate.parts);
      const score = readingScore(reading.answer);
      const isComma = candidate.isSmall && reading.answer.digit === 1;
      candidate.isMark = isComma || isSign(candidate, end, reading.answer);
      candidate.score += isComma ? 0 : candidate.isMark ? SIGN : score;
      candidate.digit = { ...reading, box: { left, top, right, bottom } };
    }
  }
}

/** A candidate that is read only if it is on the best chain. */
interface OpenCandidate<P extends Box> extends Candidate<P> {
  score: number;
  isMark: boolean;
  digit: PlacedDigit | undefined;
}

/**
 * Whether ink may be skipped as a sign: it is at either end, next to other ink,
 * and does not read as a digit.
 *
 * @param candidate The ink.
 * @param end The last place of its line.
 * @param answer Its reading.
 */
export function isSign(
  { from, to, isWhole }: Candidate<Box>,
  end: number,
  { reason, confidence }: RecognizerAnswer,
): boolean {
  return isWhole && (from === 0) !== (to === end) &&
    reason === "not_a_digit" && confidence < MOST_SIGN_CONFIDENCE;
}

/** Log odds that ink is the digit it reads as, at most 0. */
function readingScore({ confidence }: RecognizerAnswer): number {
  return READING * Math.log(Math.max(LEAST_CONFIDENCE, confidence));
}
