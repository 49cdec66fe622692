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

/** Digits that share more than this of the smaller one's sides are scribble. */
const MOST_SHARED = 0.5;

/** A box around a digit. */
type Box = NumberAnswer["digits"][number]["box"];

/**
 * The number in a drawing.
 *
 * @param answer As src/number answers.
 * @returns The number; null if it has fewer than two digits, none that is
 *   reliable, or digits on top of each other: crossed lines are no number.
 */
export function numberOf(
  { lines, confidence, digits, rejected }: NumberAnswer,
): NumberRead | null {
  if (digits.length < 2 || digits.every((digit) => digit.rejected)) return null;
  const isScribble = digits.some(({ box }, index) =>
    digits.slice(0, index).some((other) => areCrossed(box, other.box))
  );
  if (isScribble) return null;
  return { text: lines.join(" "), confidence, digits, rejected };
}

function areCrossed(one: Box, other: Box): boolean {
  const across = shared(one.x, one.width, other.x, other.width);
  const down = shared(one.y, one.height, other.y, other.height);
  return across > MOST_SHARED && down > MOST_SHARED;
}

/** The common part of two lengths, as a share of the shorter. */
function shared(
  start: number,
  length: number,
  otherStart: number,
  otherLength: number,
): number {
  const end = Math.min(start + length, otherStart + otherLength);
  const common = end - Math.max(start, otherStart);
  const shorter = Math.min(length, otherLength);
  // An upright stroke has no width: it is in the other, or beside it.
  if (shorter === 0) return common >= 0 ? 1 : 0;
  return common / shorter;
}
