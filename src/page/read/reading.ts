/**
 * Keeps the answer up to date with the drawing: while it grows, when it is
 * finished, and after a failure.
 *
 * It receives the view and the recognizer, so it can be tested without a
 * browser.
 *
 * @module
 */

import { announcement } from "./answer.ts";
import type { AnswerView } from "./answer_view.ts";
import type { Drawing, Stroke } from "../draw/drawing.ts";
import { type After, Latest, type Soon } from "../base/latest.ts";
import type { Answer, StrokeRecognizer } from "./recognizer.ts";
import { failureText, retryDelay } from "../base/request.ts";

/**
 * Milliseconds between server readings while a stroke grows: often enough to
 * follow, without flooding the server.
 */
const INTERVAL = 120;

/** Options of {@linkcode createReading}. */
export interface ReadingOptions {
  /** The drawing to read. */
  readonly drawing: Drawing;
  /** Reads the drawing. */
  readonly recognizer: StrokeRecognizer;
  /** Shows the answer. */
  readonly view: Omit<AnswerView, "isInSight">;
  /** Whether the device believes it has a network. */
  readonly isOnline: () => boolean;
  /** The clock. */
  readonly after: After;
  /** Calls back before the next frame is painted. */
  readonly onFrame: Soon;
}

/** Reads a drawing as it changes. */
export interface Reading {
  /** Call when the drawing has grown and will grow further. */
  growing(): void;
  /** Call when a stroke ended or was undone. Also retries after a failure. */
  settled(): void;
}

/**
 * Starts reading.
 *
 * @param options The drawing, its recognizer and the view.
 * @returns Callbacks for changes of the drawing.
 */
export function createReading(
  { drawing, recognizer, view, isOnline, after, onFrame }: ReadingOptions,
): Reading {
  let callOffRetry: (() => void) | null = null;

  const stopRetrying = (): void => {
    callOffRetry?.();
    callOffRetry = null;
  };

  const latest = new Latest<readonly Stroke[], Answer>({
    run: (strokes, signal) => recognizer.recognizeStrokes(strokes, signal),
    onResult: (answer) => {
      view.show(answer);
      // While the pen is down the answer still changes; announcing each would
      // interrupt the screen reader.
      if (!drawing.isOpen) view.announce(announcement(answer));
    },
    onError: (error) => {
      const text = failureText(error, isOnline());
      view.showFailure(text);
      view.announce(text);
      const seconds = retryDelay(error);
      if (seconds !== null) {
        callOffRetry = after(seconds * 1000, () => reading.settled());
      }
    },
    soon: (callback) =>
      recognizer.place === "browser"
        ? onFrame(callback)
        : after(INTERVAL, callback),
  });

  const reading: Reading = {
    growing() {
      stopRetrying();
      latest.offer(drawing.strokes);
    },
    settled() {
      stopRetrying();
      if (drawing.isEmpty) {
        latest.cancel();
        view.showEmpty(recognizer.place);
        view.announce("");
      } else {
        latest.settle(drawing.strokes);
      }
    },
  };
  return reading;
}
