/**
 * The interface of a recognizer in the page, wherever it runs.
 *
 * http_recognizer.ts calls the server; engine_recognizer.ts runs the engine in
 * the page.
 *
 * @module
 */

import type { Stroke } from "../draw/drawing.ts";

/** Why an answer is rejected, as the HTTP API names it. */
export type Reason = "blank" | "not_a_digit" | "several_digits" | "uncertain";

/** Where drawings are read. */
export type Place = "browser" | "server";

/** A digit of a number that was read. */
export interface NumberDigit {
  /** The best guess, 0 to 9. */
  readonly digit: number;
  /** Its probability. */
  readonly confidence: number;
  /** Whether the guess is unreliable. */
  readonly rejected: boolean;
  /** Around its ink, in the units of what was read. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** The 784 bytes that were read; absent if the server read it. */
  readonly seen?: Uint8Array;
}

/** Several digits that were read as a number. */
export interface NumberRead {
  /** All digits, the lines separated by spaces. */
  readonly text: string;
  /** The probability that all of them are right. */
  readonly confidence: number;
  /** Whether a digit of it is unreliable. */
  readonly rejected: boolean;
  /** Two digits or more, in reading order. */
  readonly digits: readonly NumberDigit[];
}

/** A recognizer's answer for one drawing. */
export interface Answer {
  /** The best guess, 0 to 9, also when {@linkcode Answer.rejected} is true. */
  readonly digit: number;
  /** The probability of that guess, 0 to 1. */
  readonly confidence: number;
  /** Ten probabilities; the one at index `k` belongs to the digit `k`. */
  readonly probabilities: readonly number[];
  /** Whether the guess is unreliable. */
  readonly rejected: boolean;
  /** Why it is unreliable, or null. */
  readonly reason: Reason | null;
  /**
   * The number that it was read as, if it is no single digit; the other members
   * say how it reads as one.
   */
  readonly number: NumberRead | null;
  /** The name of the model that answered. */
  readonly model: string;
  /**
   * The model's input: 784 bytes, row-major 28x28, 0 paper, 255 ink; null if
   * unknown.
   */
  readonly seen: Uint8Array | null;
  /**
   * Milliseconds that drawing and reading took in this browser; null if the
   * server read it.
   */
  readonly milliseconds: number | null;
}

/** A drawing and its answer. */
export interface Read {
  /** The drawing. */
  readonly strokes: readonly Stroke[];
  /** What it was read as. */
  readonly answer: Answer;
}

/** Reads drawings. */
export interface StrokeRecognizer {
  /**
   * Where it reads now. In the browser this takes less than a frame and sends
   * nothing.
   */
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
