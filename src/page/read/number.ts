/**
 * Whether a drawing is a number of several digits, and which.
 *
 * @module
 */

import type { NumberAnswer } from "../../number/answer.ts";
import type { Answer, NumberRead } from "./recognizer.ts";

/**
 * Whether a drawing should be read as a number: it does not read as one digit,
 * and was not made in one stroke.
 *
 * @param answer How it reads as one digit.
 * @param strokes How many strokes it has.
 */
export function mayBeNumber(
  { rejected, reason }: Pick<Answer, "rejected" | "reason">,
  strokes: number,
): boolean {
  return rejected && reason !== "blank" && strokes > 1;
}

/**
 * The number in a drawing.
 *
 * @param answer As src/number answers.
 * @returns The number; null if it has fewer than two digits, or none that is
 *   reliable.
 */
export function numberOf(
  { lines, confidence, digits, rejected }: NumberAnswer,
): NumberRead | null {
  if (digits.length < 2 || digits.every((digit) => digit.rejected)) return null;
  return { text: lines.join(" "), confidence, digits, rejected };
}
