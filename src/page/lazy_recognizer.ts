/**
 * A recognizer that becomes a better one: the server reads until the engine in the page is loaded, and goes on if that
 * fails.
 *
 * It is NOT a loader: what is loaded, and when, is for others to say.
 *
 * @module
 */

import type { StrokeRecognizer } from "./recognizer.ts";

/** What {@linkcode createLazyRecognizer} needs. */
export interface LazyRecognizerOptions {
  /** Reads until the better one is loaded. */
  readonly meanwhile: StrokeRecognizer;
  /** Loads the better one. */
  readonly load: () => Promise<StrokeRecognizer>;
  /** Told that the better one reads from now on. */
  readonly onLoad: () => void;
  /** Told why it could not be loaded. */
  readonly onFailure: (error: unknown) => void;
}

/** A recognizer that becomes a better one. */
export interface LazyRecognizer extends StrokeRecognizer {
  /** Loads the better one, unless that is under way or done. After a failure this tries again. */
  load(): Promise<void>;
}

/**
 * Makes a recognizer that becomes a better one once {@linkcode LazyRecognizer.load} was called.
 *
 * @param options Both recognizers, and who hears of the change.
 * @returns The recognizer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createLazyRecognizer } from "./lazy_recognizer.ts";
 *
 * const recognizeStrokes = () => Promise.reject(new Error("not asked here"));
 * const recognizer = createLazyRecognizer({
 *   meanwhile: { place: "server", recognizeStrokes },
 *   load: () => Promise.resolve({ place: "browser", recognizeStrokes }),
 *   onLoad: () => {},
 *   onFailure: () => {},
 * });
 * assert.equal(recognizer.place, "server");
 * await recognizer.load();
 * assert.equal(recognizer.place, "browser");
 * ```
 */
export function createLazyRecognizer(
  { meanwhile, load, onLoad, onFailure }: LazyRecognizerOptions,
): LazyRecognizer {
  let current = meanwhile;
  let isLoading = false;
  return {
    get place() {
      return current.place;
    },
    recognizeStrokes: (strokes, signal) =>
      current.recognizeStrokes(strokes, signal),
    async load() {
      if (isLoading || current !== meanwhile) return;
      isLoading = true;
      try {
        current = await load();
        onLoad();
      } catch (error) {
        onFailure(error);
      } finally {
        isLoading = false;
      }
    },
  };
}
