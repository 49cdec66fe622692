/**
 * The JSON of answers to `POST /recognize?mode=number`. It is separate from
 * `answer.ts` because the page does not need it in its bundle.
 *
 * @module
 */

import { object, type Optional } from "../json/object.ts";
import { list, number, type Schema, string } from "../json/schema.ts";
import { ANSWER, type RankedDigit } from "./answer.ts";

/** Where a digit is, in the picture's pixels or the strokes' units. */
export interface BoxJson {
  /** Its left edge. */
  readonly x: number;
  /** Its upper edge. */
  readonly y: number;
  /** Its width. */
  readonly width: number;
  /** Its height. */
  readonly height: number;
}

/** A digit of a number. */
export interface NumberDigitJson {
  /** The best guess, even where `rejected` is true. */
  readonly digit: number;
  /** Its probability. */
  readonly confidence: number;
  /** Whether the guess should not be relied on. */
  readonly rejected: boolean;
  /** Why not. */
  readonly reason?: string;
  /** Around its ink. */
  readonly box: BoxJson;
  /** The most probable digits, if `top` is in the query. */
  readonly top?: RankedDigit[];
  /**
   * The 28x28 image that the model saw, a PNG in base64, if `explain` is set.
   */
  readonly normalized?: string;
}

const NUMBER_DIGIT: Schema<NumberDigitJson> = object({
  digit: ANSWER.digit,
  confidence: ANSWER.confidence,
  rejected: ANSWER.rejected,
  reason: ANSWER.reason,
  box: object({
    x: number(),
    y: number(),
    width: number(),
    height: number(),
  }, "ignored"),
  top: ANSWER.top,
  normalized: ANSWER.normalized,
}, "ignored");

/**
 * The members of an answer with all digits of an input, with the schema of
 * each.
 */
export type NumberAnswerMembers = {
  /** All digits in reading order. */
  readonly number: Schema<string>;
  /** The probability that all of them are right. */
  readonly confidence: Schema<number>;
  /** The digits of each line. */
  readonly lines: Schema<string[]>;
  /** Each digit by itself. */
  readonly digits: Schema<NumberDigitJson[]>;
  /** Whether the number should not be relied on. */
  readonly rejected: Schema<boolean>;
  /** Why not: the first rejected digit's reason. */
  readonly reason: Optional<string>;
};

/** The picture's size already limits how many lines and digits there can be. */
const ANY_NUMBER = { least: 0, most: Number.MAX_SAFE_INTEGER };

/** An answer of `mode=number` to one input, without the model. */
export const NUMBER_ANSWER: NumberAnswerMembers = {
  number: string(),
  confidence: ANSWER.confidence,
  lines: list(string(), { ...ANY_NUMBER, what: "lines" }),
  digits: list(NUMBER_DIGIT, { ...ANY_NUMBER, what: "digits" }),
  rejected: ANSWER.rejected,
  reason: ANSWER.reason,
};
