/**
 * What a number is read as: digits where they stand.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import type { RecognizerAnswer } from "../recognizer.ts";

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
