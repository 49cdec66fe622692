/**
 * The reading of a number: digits and their positions.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import type { RecognizerAnswer } from "../recognizer.ts";

/** A digit image and its reading. */
export interface DigitReading {
  /** Its reading. */
  readonly answer: RecognizerAnswer;
  /** The 784 bytes that were read. */
  readonly pixels: Uint8Array;
}

/** A digit of a number, and its position. */
export interface PlacedDigit extends DigitReading {
  /** Around its ink, in the units of the pieces. */
  readonly box: Box;
}

/** A page's digits: its lines from the top down, each from left to right. */
export type NumberReading = readonly (readonly PlacedDigit[])[];
