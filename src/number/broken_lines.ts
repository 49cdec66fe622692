/**
 * Lines that are one line of broken digits: where all digits have a gap, their
 * upper and lower halves look like two lines.
 *
 * @module
 */

import { heightOf } from "./pieces.ts";
import type { NumberReading } from "./number_reading.ts";

/**
 * How much better halves must read together than apart, as a logarithm of
 * confidence. Lines that are really two often read as one, too, but rarely
 * better.
 */
const BETTER = 0.05;

/**
 * Height of the lowest digit, at least, as a share of the highest: where lines
 * are close, some digits are joined with those below and others are not.
 */
const EVEN = 0.6;

/**
 * Whether a page may read better with its lines joined. Looking for that takes
 * time, so lines that read well are not joined.
 *
 * @param apart The lines as they were found.
 */
export function isDoubtful(apart: NumberReading): boolean {
  return apart.length > 1 && confidenceOf(apart) < -BETTER;
}

/**
 * Whether lines are one line of broken digits.
 *
 * @param apart The lines as they were found.
 * @param joined The same ink with halves joined.
 */
export function isBroken(
  apart: NumberReading,
  joined: NumberReading,
): boolean {
  const heights = joined.flat().map(({ box }) => heightOf(box));
  return heights.length > 0 &&
    Math.min(...heights) >= EVEN * Math.max(...heights) &&
    confidenceOf(joined) > confidenceOf(apart) + BETTER;
}

/** Logarithm of the confidence that all digits are read right. */
function confidenceOf(reading: NumberReading): number {
  return reading.flat().reduce(
    (sum, { answer }) => sum + Math.log(answer.confidence),
    0,
  );
}
