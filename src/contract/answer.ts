/**
 * The JSON of answers to `POST /recognize`, as the service writes it and the
 * page and the client read it.
 *
 * @module
 */

import { object, type Optional, optional } from "../json/object.ts";
import {
  boolean,
  integer,
  list,
  number,
  numbers,
  oneOf,
  type Schema,
  string,
} from "../json/schema.ts";
import { CLASSES } from "../network/numbers.ts";

/** Why an answer is rejected. */
export const REASONS = [
  "blank",
  "not_a_digit",
  "several_digits",
  "uncertain",
] as const;

const DIGIT = integer(0, CLASSES - 1);
const PROBABILITY = number(0, 1);

/** A digit and how probable it is. */
export interface RankedDigit {
  /** The digit. */
  readonly digit: number;
  /** Its probability. */
  readonly probability: number;
}

const RANKED: Schema<RankedDigit> = object({
  digit: DIGIT,
  probability: PROBABILITY,
}, "ignored");

/** A picture after a step of its normalization. */
export interface ExplainedStep {
  /** The step's name. */
  readonly name: string;
  /** The picture, a PNG in base64. */
  readonly image: string;
}

const EXPLAINED_STEP: Schema<ExplainedStep> = object({
  name: string(),
  image: string(),
}, "ignored");

/** The most steps of an explanation. */
const MOST_STEPS = 16;

/** The members of an answer to one input, with the schema of each. */
export type AnswerMembers = {
  /** The best guess, 0 to 9, even where `rejected` is true. */
  readonly digit: Schema<number>;
  /** The probability of that guess. */
  readonly confidence: Schema<number>;
  /** The probabilities of the ten digits. */
  readonly probabilities: Schema<readonly number[]>;
  /** Whether the guess should not be relied on. */
  readonly rejected: Schema<boolean>;
  /** Why not. */
  readonly reason: Optional<string>;
  /** The most probable digits, if `top` is in the query. */
  readonly top: Optional<RankedDigit[]>;
  /**
   * The 28x28 image that the model saw, a PNG in base64, if `explain` is set.
   */
  readonly normalized: Optional<string>;
  /** The picture after each step of its normalization, if `explain` is set. */
  readonly steps: Optional<ExplainedStep[]>;
};

/** An answer to one input, without the model. */
export const ANSWER: AnswerMembers = {
  digit: DIGIT,
  confidence: PROBABILITY,
  probabilities: numbers(0, 1, {
    least: CLASSES,
    most: CLASSES,
    what: "probabilities",
  }),
  rejected: boolean,
  reason: optional(oneOf(...REASONS)),
  top: optional(list(RANKED, { least: 1, most: CLASSES, what: "digits" })),
  normalized: optional(string()),
  steps: optional(
    list(EXPLAINED_STEP, { least: 0, most: MOST_STEPS, what: "steps" }),
  ),
};
