/**
 * A quiz of ten pictures, half of them real: which they are follows from its
 * seed, so that a link holds it.
 *
 * @module
 */

import { CLASSES } from "../../network/numbers.ts";
import { quizQuestions } from "../../network/streams.ts";

/** Pictures in a quiz. */
export const QUESTIONS = 10;

/** Real digits of each label on the sheet that the page loads. */
export const REAL_EACH = 8;

/** A picture of a quiz: real, at a place of the sheet, or made from a seed. */
export type Question =
  & {
    /** What it shows, 0 to 9. */
    readonly digit: number;
  }
  & (
    | { readonly kind: "real"; readonly place: number }
    | { readonly kind: "made"; readonly seed: number }
  );

/** What a picture may be. */
export type Kind = Question["kind"];

/**
 * The pictures of a quiz.
 *
 * @param seed The quiz's seed, 0 to 2^32 - 1.
 * @returns Ten, half of them real, no real one twice.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { quizOf } from "./quiz.ts";
 *
 * const real = quizOf(7).filter(({ kind }) => kind === "real");
 * assert.equal(real.length, 5);
 * ```
 */
export function quizOf(seed: number): Question[] {
  const random = quizQuestions(seed);
  const order = Array.from({ length: QUESTIONS }, (_, i) => i);
  random.shuffle(order);
  const places = Array.from({ length: CLASSES * REAL_EACH }, (_, i) => i);
  random.shuffle(places);
  return order.map((rank, i) => {
    if (rank % 2 === 0) {
      const seed = random.uint32();
      return { kind: "made", digit: random.below(CLASSES), seed };
    }
    const place = places[i]!;
    return { kind: "real", digit: Math.floor(place / REAL_EACH), place };
  });
}

/**
 * How likely somebody who guesses scores at least as much.
 *
 * @param score Pictures judged right.
 * @returns The probability, 0 to 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { luck } from "./quiz.ts";
 *
 * assert.equal(luck(0), 1);
 * assert.equal(luck(10), 1 / 1024);
 * ```
 */
export function luck(score: number): number {
  let ways = 0;
  let binomial = 1;
  for (let k = 0; k <= QUESTIONS; k++) {
    if (k >= score) ways += binomial;
    binomial = binomial * (QUESTIONS - k) / (k + 1);
  }
  return ways / 2 ** QUESTIONS;
}
