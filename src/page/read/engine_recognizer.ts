/**
 * A recognizer that runs the serving engine in the page: the same WASM, model
 * file and code as the server, and so the same answers.
 *
 * lazy_recognizer.ts chooses between it and the server.
 *
 * @module
 */

import { drawStrokes, MAX_POINTS } from "../../image/strokes.ts";
import { answerOf } from "../../number/answer.ts";
import { readNumberOfStrokes } from "../../number/strokes.ts";
import type { DigitReader } from "../../recognizer.ts";
import { thin } from "../draw/drawing.ts";
import { mayBeNumber, numberOf } from "./number.ts";
import type { StrokeRecognizer } from "./recognizer.ts";

/**
 * Wraps a reader of single images as a recognizer of digits and numbers.
 *
 * @param reader Reads images.
 * @param model The name of its model.
 * @param now The clock, in milliseconds.
 * @returns The recognizer. Its promises are already settled when it returns
 *   them.
 */
export function createEngineRecognizer(
  reader: DigitReader,
  model: string,
  now: () => number = () => performance.now(),
): StrokeRecognizer {
  return {
    place: "browser",
    recognizeStrokes: (strokes, signal) =>
      new Promise((resolve) => {
        signal.throwIfAborted();
        const start = now();
        const thinned = thin(strokes, MAX_POINTS);
        const seen = drawStrokes(thinned);
        const answer = reader.recognize(seen)[0]!;
        const number = mayBeNumber(answer, strokes.length)
          ? numberOf(
            answerOf(
              readNumberOfStrokes(reader, thinned),
              (_, seen) => ({ seen }),
            ),
          )
          : null;
        const milliseconds = now() - start;
        resolve({ ...answer, number, model, seen, milliseconds });
      }),
  };
}
