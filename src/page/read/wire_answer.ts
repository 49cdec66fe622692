/**
 * Answers of `POST /recognize` as the page receives them, checked.
 *
 * @module
 */

import { ANSWER, REASONS } from "../../contract/answer.ts";
import { NUMBER_ANSWER } from "../../contract/number_answer.ts";
import { object, optional } from "../../json/object.ts";
import { string } from "../../json/schema.ts";
import { numberOf } from "./number.ts";
import type { Answer, NumberRead, Reason } from "./recognizer.ts";

/** A newer server may answer with a reason, or members, unknown here. */
const WIRE_ANSWER = object(
  { ...ANSWER, reason: optional(string()), model: string() },
  "ignored",
);

/** An answer as received, its picture still a base64 PNG. */
export interface WireAnswer
  extends Omit<Answer, "seen" | "number" | "milliseconds"> {
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

/** The number of an answer to `mode=number`; other members are ignored. */
const WIRE_NUMBER = object(NUMBER_ANSWER, "ignored");

/**
 * Parses and checks the JSON of an answer to `mode=number`.
 *
 * @param value The parsed JSON.
 * @returns The number, or null if there are not several digits.
 * @throws {JsonTypeError} If a field is missing or of the wrong type.
 * @throws {JsonRangeError} If a number is out of range.
 */
export function numberFromJson(value: unknown): NumberRead | null {
  const { reason: _, ...answer } = WIRE_NUMBER.read(value, "");
  const digits = answer.digits.map((digit) => ({
    ...digit,
    reason: isReason(digit.reason) ? digit.reason : null,
  }));
  return numberOf({ ...answer, digits, reason: null });
}

function isReason(text: string | undefined): text is Reason {
  return (REASONS as readonly (string | undefined)[]).includes(text);
}
