/**
 * Reads a line of pieces as digits.
 *
 * It does not know where the pieces come from: pictures and pen strokes only
 * differ in how some of them are drawn as a digit image.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { boxAround } from "../image/normalize/select.ts";
import type { DigitReader, RecognizerAnswer } from "../recognizer.ts";
import {
  digitPlausibility,
  markPlausibility,
  type Placed,
} from "./geometry.ts";
import { bestChain, type Segment } from "./lattice.ts";

/** Most pieces that one digit is put together from, but for parts of connected ink. */
const MOST_PIECES = 5;

/** Weight of the recognizer's confidence beside what geometry says. */
const READING = 3.3;

/** The least confidence that counts: no single reading rules a chain out. */
const LEAST_CONFIDENCE = 1e-6;

/** Most pieces on a page: what is more is no number, and would take long. */
const MOST_PIECES_OF_PAGE = 256;

/** A digit image, and what it was read as. */
export interface DigitReading {
  /** What it was read as. */
  readonly answer: RecognizerAnswer;
  /** 784 bytes that were read. */
  readonly pixels: Uint8Array;
}

/** A digit of a number, and where it stands. */
export interface PlacedDigit extends DigitReading {
  /** Around its ink, in the units of the pieces. */
  readonly box: Box;
}

/** A page's digits: its lines from the top down, each from left to right. */
export type NumberReading = readonly (readonly PlacedDigit[])[];

/** A digit or a mark that a line may have. */
interface Candidate extends Segment {
  /** What reading says is added when it is read. */
  score: number;
  /** What was read; null for a mark, undefined for what is not read yet. */
  digit: PlacedDigit | null | undefined;
}

/**
 * Refuses a page of more pieces than a number has.
 *
 * @param count How many there are.
 * @param what What they are called.
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
 * Reading only ever lowers a score, so candidates that are not on the best
 * chain while they are unread need no reading: of many, few are read.
 *
 * @param line Pieces from left to right.
 * @param height The height of the line's digits, in the pieces' units.
 * @param read Reads neighbouring pieces as one digit, the first and the one
 * after the last given.
 * @returns The digits in reading order; none for marks alone.
 */
export function readLine(
  line: readonly Placed[],
  height: number,
  read: (from: number, to: number) => DigitReading,
): PlacedDigit[] {
  const candidates = candidatesOf(line, height);
  for (;;) {
    const chain = bestChain(line.length, candidates);
    const unread = chain.filter(({ digit }) => digit === undefined);
    if (unread.length === 0) return chain.flatMap(({ digit }) => digit ?? []);
    for (const candidate of unread) {
      const { from, to } = candidate;
      const reading = read(from, to);
      const { left, top, right, bottom } = boxAround(line.slice(from, to));
      candidate.digit = { ...reading, box: { left, top, right, bottom } };
      const confidence = Math.max(LEAST_CONFIDENCE, reading.answer.confidence);
      candidate.score += READING * Math.log(confidence);
    }
  }
}

/** Runs of neighbouring pieces that may be a digit, and pieces that may be skipped. */
function candidatesOf(line: readonly Placed[], height: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (let from = 0; from < line.length; from++) {
    const mark = markPlausibility(line, from, height);
    if (mark > -Infinity) {
      candidates.push({ from, to: from + 1, score: mark, digit: null });
    }
    for (let to = from + 1; to <= line.length; to++) {
      const isWhole = line[to - 1]!.origin === line[from]!.origin;
      if (to > from + MOST_PIECES && !isWhole) break;
      const score = digitPlausibility(line, from, to, height);
      if (score > -Infinity) {
        candidates.push({ from, to, score, digit: undefined });
      }
    }
  }
  return candidates;
}
