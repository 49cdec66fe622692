/**
 * What the page asks of a recognizer, wherever that runs.
 *
 * It is NOT an implementation: http_recognizer.ts asks the server, engine_recognizer.ts runs the engine in the page.
 *
 * @module
 */

import type { Stroke } from "./drawing.ts";

/** Why a recognizer would rather not answer, in the words of the HTTP contract. */
export type Reason = "blank" | "not_a_digit" | "several_digits" | "uncertain";

/** Where drawings are read. */
export type Place = "browser" | "server";

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
  /** How long drawing and reading took in this browser, in milliseconds; null if the server read it. */
  readonly milliseconds: number | null;
}

/** Reads drawings. */
export interface StrokeRecognizer {
  /** Where it reads now. In the browser that takes less than a frame and sends nothing. */
  readonly place: Place;
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
