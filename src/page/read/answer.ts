/**
 * Turns an answer into the words and figures that the page shows.
 *
 * This is not a view: nothing here touches the document, so all of it can be
 * tested without a browser.
 *
 * @module
 */

import { CLASSES } from "../../network/numbers.ts";
import { READ } from "../texts/read.ts";
import type { Answer, NumberDigit, Place } from "./recognizer.ts";

/**
 * Formats a probability for people, never as 100% or 0%: a softmax is never
 * that sure.
 *
 * @param probability 0 to 1.
 * @param decimals Decimal places, 0 or 1.
 * @returns For example `98.3%`, `>99.9%` or `<1%`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { percent } from "./answer.ts";
 *
 * assert.equal(percent(0.983, 1), "98.3%");
 * assert.equal(percent(0.99999, 1), ">99.9%");
 * assert.equal(percent(0.001, 0), "<1%");
 * ```
 */
export function percent(probability: number, decimals: 0 | 1): string {
  const step = decimals === 0 ? 1 : 0.1;
  const value = probability * 100;
  if (value < step) return `<${step}%`;
  if (value > 100 - step) return `>${(100 - step).toFixed(decimals)}%`;
  return `${value.toFixed(decimals)}%`;
}

/** How an answer is shown: as read, in doubt, or as nothing. */
export type AnswerState = "sure" | "unsure" | "unknown";

/**
 * How an answer is shown.
 *
 * @param answer The recognizer's answer.
 */
export function stateOf({ number, rejected, reason }: Answer): AnswerState {
  if (number !== null) return number.rejected ? "unsure" : "sure";
  if (!rejected) return "sure";
  return reason === "uncertain" ? "unsure" : "unknown";
}

/**
 * What was read, large.
 *
 * @param answer The recognizer's answer.
 * @returns A digit, a number, or a question mark.
 */
export function readText(answer: Answer): string {
  if (answer.number !== null) return answer.number.text;
  return stateOf(answer) === "unknown" ? READ.unknown : String(answer.digit);
}

/**
 * The line under it.
 *
 * @param answer The recognizer's answer.
 * @returns One or two short sentences.
 */
export function caption(answer: Answer): string {
  const { number, rejected, reason, confidence, digit } = answer;
  if (number !== null) {
    return number.rejected
      ? READ.unsureOfSome
      : READ.sureOfAll(percent(number.confidence, 1));
  }
  if (!rejected) return READ.sure(percent(confidence, 1));
  switch (reason) {
    case "blank":
      return READ.blank;
    case "several_digits":
      return READ.several;
    case "not_a_digit":
      return READ.notADigit(digit);
    default:
      return READ.unsure(digit, runnerUp(answer));
  }
}

/**
 * What a screen reader says after a stroke.
 *
 * @param answer The recognizer's answer.
 * @returns A sentence that makes sense without seeing the page.
 */
export function announcement(answer: Answer): string {
  const { number, rejected, digit } = answer;
  if (number !== null) {
    return READ.announceNumber(number.text, caption(answer));
  }
  return rejected
    ? caption(answer)
    : READ.announceDigit(digit, caption(answer));
}

/**
 * The small line that says where a drawing was read.
 *
 * @param answer The recognizer's answer.
 * @returns For example `Read in your browser, 0.3 ms`.
 */
export function placeText({ milliseconds }: Answer): string {
  return milliseconds === null
    ? READ.byServer
    : READ.byBrowser(durationText(milliseconds));
}

/**
 * The same line before anything is drawn.
 *
 * @param place Where drawings are currently read.
 * @returns What the page can promise; empty if nothing.
 */
export function promiseText(place: Place): string {
  return place === "browser" ? READ.staysHere : "";
}

/** One of the bars. */
export interface Bar {
  /** Which digit it stands for. */
  readonly digit: number;
  /** Its height, 0 to 1. */
  readonly height: number;
  /** Its probability as text. */
  readonly text: string;
  /** Whether it is the answer. */
  readonly best: boolean;
}

/**
 * The bars of an answer: a digit's ten probabilities, or how sure each digit of
 * a number is.
 *
 * @param answer The recognizer's answer, or null for ten empty bars.
 * @returns Ten bars, the bar of 0 first; of a number, a bar per digit.
 */
export function bars(answer: Answer | null): readonly Bar[] {
  if (answer !== null && answer.number !== null) {
    return answer.number.digits.map(({ digit, confidence, rejected }) => ({
      digit,
      height: confidence,
      text: percent(confidence, 0),
      best: !rejected,
    }));
  }
  return Array.from({ length: CLASSES }, (_, digit) => {
    const height = answer?.probabilities[digit] ?? 0;
    return {
      digit,
      height,
      text: answer === null ? "" : percent(height, 0),
      best: answer?.digit === digit && stateOf(answer) !== "unknown",
    };
  });
}

/**
 * The digit of a number that is least sure.
 *
 * @param answer The recognizer's answer.
 * @returns The digit, or null if the answer is no number.
 */
export function leastSure({ number }: Answer): NumberDigit | null {
  if (number === null) return null;
  return number.digits.reduce((least, digit) =>
    digit.confidence < least.confidence ? digit : least
  );
}

/**
 * The picture that was read, of a number that of the digit that is least sure.
 *
 * @param answer The recognizer's answer.
 * @returns The 784 bytes; null if they are unknown.
 */
export function seenOf(answer: Answer): Uint8Array | null {
  const least = leastSure(answer);
  return least === null ? answer.seen : least.seen ?? null;
}

/**
 * A time with its unit, joined by a no-break space. Many browsers round their
 * clock to tenths or whole milliseconds, so 0 means less than that.
 *
 * @param milliseconds The time.
 */
export function durationText(milliseconds: number): string {
  if (milliseconds === 0) return READ.lessThanOne;
  return READ.milliseconds(
    milliseconds < 10
      ? Math.max(milliseconds, 0.1).toFixed(1)
      : String(Math.round(milliseconds)),
  );
}

/** The most likely digit other than the answer. */
function runnerUp(answer: Answer): number {
  let best = answer.digit === 0 ? 1 : 0;
  answer.probabilities.forEach((p, digit) => {
    if (digit !== answer.digit && p > (answer.probabilities[best] ?? 0)) {
      best = digit;
    }
  });
  return best;
}
