/**
 * A recognizer that improves: the server reads until the engine in the page is
 * loaded, and continues if loading fails.
 *
 * The caller decides what to load and when.
 *
 * @module
 */

import type { StrokeRecognizer } from "./recognizer.ts";

/** What {@linkcode createLazyRecognizer} needs. */
export interface LazyRecognizerOptions {
  /** Reads until the local recognizer is loaded. */
  readonly meanwhile: StrokeRecognizer;
  /** Loads the local recognizer. */
  readonly load: () => Promise<StrokeRecognizer>;
  /** Called once the local recognizer takes over. */
  readonly onLoad: () => void;
  /** Called with the error if loading fails. */
  readonly onFailure: (error: unknown) => void;
}

/** A recognizer that switches to a local one once it is loaded. */
export interface LazyRecognizer extends StrokeRecognizer {
  /**
   * Loads the local recognizer, unless it is loading or loaded. After a
   * failure, tries again.
   */
  load(): Promise<void>;
}

/**
 * Creates a recognizer that switches to a local one after {@linkcode
 * LazyRecognizer.load}.
 *
 * @param options Both recognizers, and callbacks for the switch.
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
