/**
 * Turns an answer of `POST /recognize` into the words and figures that the page
 * shows.
 *
 * This is not a view: nothing here touches the document, so all of it can be
 * tested without a browser.
 *
 * @module
 */

import { ANSWER, REASONS } from "../../contract/answer.ts";
import { object, optional } from "../../json/object.ts";
import { string } from "../../json/schema.ts";
import { CLASSES } from "../../network/numbers.ts";
import type { Answer, Place, Reason } from "./recognizer.ts";

/** A newer server may answer with a reason, or members, unknown here. */
const WIRE_ANSWER = object(
  { ...ANSWER, reason: optional(string()), model: string() },
  "ignored",
);

/** An answer as received, its picture still a base64 PNG. */
export interface WireAnswer extends Omit<Answer, "seen" | "milliseconds"> {
  /**
   * The 28x28 picture that the model saw, as a base64 PNG; null if it was not
   * requested.
   */
  readonly normalized: string | null;
}

/**
 * Parses and checks the JSON of an answer.
 *
 * @param value The parsed JSON.
 * @returns The answer, its picture not yet decoded.
 * @throws {JsonTypeError} If a field is missing or of the wrong type.
 * @throws {JsonRangeError} If a number is out of range or there are not ten probabilities.
 */
export function answerFromJson(value: unknown): WireAnswer {
  const { reason, normalized, ...answer } = WIRE_ANSWER.read(value, "");
  return {
    digit: answer.digit,
    confidence: answer.confidence,
    probabilities: answer.probabilities,
    rejected: answer.rejected,
    // An unknown reason from a newer server still means "do not rely on it".
    reason: reason === undefined
      ? null
      : isReason(reason)
      ? reason
      : "uncertain",
    model: answer.model,
    normalized: normalized ?? null,
  };
}

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

/**
 * The line under the big digit.
 *
 * @param answer The recognizer's answer.
 * @returns One or two short sentences.
 */
export function caption(answer: Answer): string {
  if (!answer.rejected) return `${percent(answer.confidence, 1)} sure`;
  switch (answer.reason) {
    case "blank":
      return "Too little ink to read";
    case "several_digits":
      return "This looks like several digits. One at a time, please.";
    case "not_a_digit":
      return `This does not look like a digit. The closest is ${answer.digit}.`;
    default:
      return `Not sure. Perhaps ${answer.digit}, perhaps ${runnerUp(answer)}.`;
  }
}

/**
 * What a screen reader says after a stroke.
 *
 * @param answer The recognizer's answer.
 * @returns A sentence that makes sense without seeing the page.
 */
export function announcement(answer: Answer): string {
  return answer.rejected
    ? caption(answer)
    : `Read as ${answer.digit}, ${caption(answer)}.`;
}

/**
 * The small line that says where a drawing was read.
 *
 * @param answer The recognizer's answer.
 * @returns For example `Read in your browser, 0.3 ms`.
 */
export function placeText({ milliseconds }: Answer): string {
  return milliseconds === null
    ? "Read by the server"
    : `Read in your browser, ${duration(milliseconds)}`;
}

/**
 * The same line before anything is drawn.
 *
 * @param place Where drawings are currently read.
 * @returns What the page can promise; empty if nothing.
 */
export function promiseText(place: Place): string {
  return place === "browser" ? "Drawings stay in your browser" : "";
}

/** One of the ten bars. */
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
 * The ten bars of an answer.
 *
 * @param answer The recognizer's answer, or null for ten empty bars.
 * @returns Ten bars, the bar of 0 first.
 */
export function bars(answer: Answer | null): readonly Bar[] {
  return Array.from({ length: CLASSES }, (_, digit) => {
    const height = answer?.probabilities[digit] ?? 0;
    return {
      digit,
      height,
      text: answer === null ? "" : percent(height, 0),
      best: answer?.digit === digit,
    };
  });
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

/**
 * A time with its unit, joined by a no-break space. Many browsers round their
 * clock to tenths or whole milliseconds, so 0 means less than that.
 */
function duration(milliseconds: number): string {
  if (milliseconds === 0) return "less than 1\u00a0ms";
  return milliseconds < 10
    ? `${Math.max(milliseconds, 0.1).toFixed(1)}\u00a0ms`
    : `${Math.round(milliseconds)}\u00a0ms`;
}

function isReason(text: string): text is Reason {
  return (REASONS as readonly string[]).includes(text);
}
