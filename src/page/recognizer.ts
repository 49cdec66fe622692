/**
 * What the page asks of a recognizer, wherever that runs.
 *
 * It is NOT an implementation: http_recognizer.ts asks the server, and an engine in the page can take its place.
 *
 * @module
 */

import type { Stroke } from "./drawing.ts";

/** Why a recognizer would rather not answer, in the words of the HTTP contract. */
export type Reason = "blank" | "not_a_digit" | "several_digits" | "uncertain";

/** What a recognizer says of a drawing. */
export interface Answer {
  /** The best guess, 0 to 9, also when {@linkcode Answer.rejected} is true. */
  readonly digit: number;
  /** The probability of that guess, 0 to 1. */
  readonly confidence: number;
  /** Ten probabilities; the one at `k` is that of the digit `k`. */
  readonly probabilities: readonly number[];
  /** Whether the guess should not be relied on. */
  readonly rejected: boolean;
  /** Why it should not, or null. */
  readonly reason: Reason | null;
  /** The name of the model that answered. */
  readonly model: string;
  /** What the model was given: 784 bytes, row-major 28x28, 0 paper, 255 ink. Null if the recognizer does not tell. */
  readonly seen: Uint8Array | null;
}

/** Reads drawings. */
export interface StrokeRecognizer {
  /**
   * Reads one drawing.
   *
   * @param strokes The drawing, at least one stroke.
   * @param signal Aborts the reading; the promise then rejects.
   * @returns The answer.
   */
  recognizeStrokes(
    strokes: readonly Stroke[],
    signal: AbortSignal,
  ): Promise<Answer>;
}
