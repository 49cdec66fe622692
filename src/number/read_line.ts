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
import { IMAGE_PIXELS } from "../network/numbers.ts";
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

/** A digit of a number, and where it stands. */
export interface PlacedDigit {
  /** What it was read as. */
  readonly answer: RecognizerAnswer;
  /** Around its ink, in the units of the pieces. */
  readonly box: Box;
  /** 784 bytes that were read. */
  readonly pixels: Uint8Array;
}

/** A page's digits: its lines from the top down, each from left to right. */
export type NumberReading = readonly (readonly PlacedDigit[])[];

/** A segment that was read, or a mark that is skipped. */
interface Candidate extends Segment {
  readonly digit: PlacedDigit | null;
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
 * Reads a line.
 *
 * @param reader Reads digit images.
 * @param line Pieces from left to right.
 * @param height The height of the line's digits, in the pieces' units.
 * @param draw Draws neighbouring pieces, the first and the one after the last
 * given, as a 28x28 digit image.
 * @returns The digits in reading order; none for marks alone.
 */
export function readLine(
  reader: DigitReader,
  line: readonly Placed[],
  height: number,
  draw: (from: number, to: number) => Uint8Array,
): PlacedDigit[] {
  const marks: Candidate[] = [];
  const spans: Segment[] = [];
  for (let from = 0; from < line.length; from++) {
    const mark = markPlausibility(line, from, height);
    if (mark > -Infinity) {
      marks.push({ from, to: from + 1, score: mark, digit: null });
    }
    for (let to = from + 1; to <= line.length; to++) {
      const isWhole = line[to - 1]!.origin === line[from]!.origin;
      if (to > from + MOST_PIECES && !isWhole) break;
      const score = digitPlausibility(line, from, to, height);
      if (score > -Infinity) spans.push({ from, to, score });
    }
  }
  const images = new Uint8Array(spans.length * IMAGE_PIXELS);
  spans.forEach(({ from, to }, i) =>
    images.set(draw(from, to), i * IMAGE_PIXELS)
  );
  const answers = reader.recognize(images);
  const read = spans.map(({ from, to, score }, i): Candidate => {
    const answer = answers[i]!;
    const { left, top, right, bottom } = boxAround(line.slice(from, to));
    return {
      from,
      to,
      score: score +
        READING * Math.log(Math.max(LEAST_CONFIDENCE, answer.confidence)),
      digit: {
        answer,
        box: { left, top, right, bottom },
        pixels: images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS),
      },
    };
  });
  return bestChain(line.length, [...marks, ...read])
    .flatMap(({ digit }) => digit ?? []);
}
