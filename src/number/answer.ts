/**
 * The answer for a number: its digits, and the confidence in all of them.
 *
 * @module
 */

import type { RecognizerAnswer, RejectionReason } from "../reading.ts";
import type { NumberReading } from "./number_reading.ts";

/** A digit of a number; the route may add more to it. */
export interface NumberDigit {
  /** The best guess, 0 to 9. */
  readonly digit: number;
  /** Its probability. */
  readonly confidence: number;
  /** Whether the guess should not be relied on. */
  readonly rejected: boolean;
  /** Why it is rejected; `null` if it is not. */
  readonly reason: RejectionReason | null;
  /** Around its ink, in the picture's pixels or the strokes' units. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** The answer to one input. */
export interface NumberAnswer {
  /** All digits in reading order. */
  readonly number: string;
  /** Probability that all of them are right, if each is independent of the others. */
  readonly confidence: number;
  /** The digits of each line. */
  readonly lines: readonly string[];
  /** Each digit, in reading order. */
  readonly digits: readonly NumberDigit[];
  /**
   * Whether the number should not be relied on: it is blank, or a digit is
   * rejected.
   */
  readonly rejected: boolean;
  /** Why it is rejected: the first rejected digit's reason; `null` if it is not. */
  readonly reason: RejectionReason | null;
}

/** Confidences are rounded to nine decimals, like those of single digits. */
const ROUNDING = 1e9;

/**
 * Converts a reading to an answer.
 *
 * @param reading Lines of digits.
 * @param detailsOf Returns further members of a digit, from its answer and its
 * 784 bytes.
 *
 * @example
 * ```ts
 * import { answerOf } from "./answer.ts";
 * import assert from "node:assert/strict";
 *
 * const { number, rejected, reason } = answerOf([]);
 * assert.deepEqual([number, rejected, reason], ["", true, "blank"]);
 * ```
 */
export function answerOf(
  reading: NumberReading,
  detailsOf: (answer: RecognizerAnswer, pixels: Uint8Array) => object =
    () => ({}),
): NumberAnswer {
  const lines = reading.map((line) =>
    line.map(({ answer }) => answer.digit).join("")
  );
  const digits = reading.flat().map(({ answer, box, pixels }): NumberDigit => ({
    digit: answer.digit,
    confidence: answer.confidence,
    rejected: answer.rejected,
    reason: answer.reason,
    box: {
      x: box.left,
      y: box.top,
      width: box.right - box.left,
      height: box.bottom - box.top,
    },
    ...detailsOf(answer, pixels),
  }));
  const all = digits.reduce((product, digit) => product * digit.confidence, 1);
  const rejected = digits.find((digit) => digit.rejected);
  const reason = digits.length === 0 ? "blank" : rejected?.reason ?? null;
  return {
    number: lines.join(""),
    confidence: digits.length === 0 ? 0 : Math.round(all * ROUNDING) / ROUNDING,
    lines,
    digits,
    rejected: reason !== null,
    reason,
  };
}
