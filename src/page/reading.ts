/**
 * Keeps the answer up to date with the drawing: while it grows, when it is finished, and after a failure.
 *
 * It is NOT a view and NOT a recognizer; it is handed both, and so is tested without a browser.
 *
 * @module
 */

import { announcement } from "./answer.ts";
import type { AnswerView } from "./answer_view.ts";
import type { Drawing, Stroke } from "./drawing.ts";
import { type After, Latest, type Soon } from "./latest.ts";
import type { Answer, StrokeRecognizer } from "./recognizer.ts";
import { failureText, retryDelay } from "./request.ts";

/** Milliseconds between readings by the server while a stroke grows: often enough to follow, and no flood. */
const INTERVAL = 120;

/** What {@linkcode createReading} needs. */
export interface ReadingOptions {
  /** What is read. */
  readonly drawing: Drawing;
  /** Who reads it. */
  readonly recognizer: StrokeRecognizer;
  /** Where the answer is shown. */
  readonly view: AnswerView;
  /** Whether the device believes it has a network. */
  readonly isOnline: () => boolean;
  /** The clock. */
  readonly after: After;
  /** Calls back before the next frame is painted. */
  readonly onFrame: Soon;
}

/** Reads a drawing as it changes. */
export interface Reading {
  /** The drawing has grown and will grow on. */
  growing(): void;
  /** The drawing is as it will stay for a while: a stroke ended, or was taken back. Also the way to try again. */
  settled(): void;
}

/**
 * Starts to read.
 *
 * @param options The drawing, its reader and the view.
 * @returns What to tell of changes.
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
      // While the pen is down the answer still changes; a screen reader would stumble over itself.
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
