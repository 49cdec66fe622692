/**
 * Turns a network's logits into an answer: how likely each digit is, and
 * whether the picture shows a single digit at all. Independent of engine and
 * pixels.
 *
 * @module
 */

import {
  CLASSES,
  NOT_A_DIGIT,
  RECOGNIZER_OUTPUTS,
  SEVERAL_DIGITS,
} from "./network/numbers.ts";

/** Why an answer is rejected. */
export type RejectionReason =
  | "blank"
  | "not_a_digit"
  | "several_digits"
  | "uncertain";

/** The answer for one image. */
export interface RecognizerAnswer {
  /** The best guess, 0 to 9, even if it is rejected. */
  readonly digit: number;
  /** The digit's probability. */
  readonly confidence: number;
  /**
   * Of the digits 0 to 9. They sum to 1 before being rounded to nine decimals.
   */
  readonly probabilities: readonly number[];
  /** Whether the guess is unreliable. */
  readonly rejected: boolean;
  /** Why it is rejected; `null` if it is not. */
  readonly reason: RejectionReason | null;
}

/** How to read a model's logits; chosen for it at export. */
export interface ReadingOptions {
  /** Divides the logits (temperature scaling, Guo et al. 2017, arXiv 1706.04599). */
  readonly temperature: number;
  /** Answers less confident than this are rejected. */
  readonly rejectBelow: number;
}

/**
 * Probabilities are rounded to nine decimals because the last bits of
 * `Math.exp` differ between JavaScript engines.
 */
const ROUNDING = 1e9;

/** Probability of each digit for a picture that shows none. */
const FLAT = 1 / CLASSES;

/**
 * Interprets one image's logits. A network with twelve outputs scores the ten
 * digits, then "no digit" and "several digits". The digits' probabilities are
 * then the softmax over the ten, pulled towards a tenth each in proportion to
 * the last two.
 *
 * @param logits Ten or twelve per image, row by row.
 * @param row Which image.
 * @param outputs 10 or 12.
 *
 * @example
 * ```ts
 * import { readLogits } from "./reading.ts";
 * import assert from "node:assert/strict";
 *
 * const options = { temperature: 1, rejectBelow: 0.5 };
 * const seven = [0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0];
 * assert.equal(readLogits(seven, 0, 12, options).digit, 7);
 * const pair = [0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 20];
 * assert.equal(readLogits(pair, 0, 12, options).reason, "several_digits");
 * ```
 */
export function readLogits(
  logits: ArrayLike<number>,
  row: number,
  outputs: number,
  { temperature, rejectBelow }: ReadingOptions,
): RecognizerAnswer {
  const start = row * outputs;
  let digit = 0;
  for (let i = 1; i < CLASSES; i++) {
    if (logits[start + i]! > logits[start + digit]!) digit = i;
  }
  const most = logits[start + digit]!;
  const probabilities: number[] = [];
  let sum = 0;
  for (let i = start; i < start + CLASSES; i++) {
    const power = Math.exp((logits[i]! - most) / temperature);
    probabilities.push(power);
    sum += power;
  }
  const none = outputs === RECOGNIZER_OUTPUTS
    ? logits[start + NOT_A_DIGIT]!
    : -Infinity;
  const several = outputs === RECOGNIZER_OUTPUTS
    ? logits[start + SEVERAL_DIGITS]!
    : -Infinity;
  const others = Math.exp((none - most) / temperature) +
    Math.exp((several - most) / temperature);
  // If `others` overflows, the share is 0, as it should be.
  const share = sum / (sum + others);
  for (let i = 0; i < CLASSES; i++) {
    const mixed = share * (probabilities[i]! / sum) + (1 - share) * FLAT;
    probabilities[i] = Math.round(mixed * ROUNDING) / ROUNDING;
  }
  const confidence = probabilities[digit]!;
  const reason = confidence >= rejectBelow
    ? null
    : share >= 0.5
    ? "uncertain"
    : several > none
    ? "several_digits"
    : "not_a_digit";
  return {
    digit,
    confidence,
    probabilities,
    rejected: reason !== null,
    reason,
  };
}

/**
 * The answer for an image without ink.
 *
 * @param digit The network's guess, which is reported anyway.
 */
export function blankAnswer(digit: number): RecognizerAnswer {
  return {
    digit,
    confidence: FLAT,
    probabilities: Array.from({ length: CLASSES }, () => FLAT),
    rejected: true,
    reason: "blank",
  };
}
