/**
 * A recognizer that improves: the engine in the page reads as soon as it is
 * loaded. If that takes long or fails, the server reads.
 *
 * The caller decides what to load and when.
 *
 * @module
 */

import type { StrokeRecognizer } from "./recognizer.ts";

/** What {@linkcode createLazyRecognizer} needs. */
export interface LazyRecognizerOptions {
  /** Reads where the local recognizer loads too slowly, or not at all. */
  readonly meanwhile: StrokeRecognizer;
  /**
   * Resolves when a drawing has waited long enough for the local recognizer: a
   * drawing that need not leave the device should not.
   */
  readonly patience: () => Promise<void>;
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
 *   patience: () => Promise.resolve(),
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
  { meanwhile, patience, load, onLoad, onFailure }: LazyRecognizerOptions,
): LazyRecognizer {
  let current = meanwhile;
  let loading: Promise<void> | null = null;

  async function loadLocal(): Promise<void> {
    try {
      current = await load();
      onLoad();
    } catch (error) {
      onFailure(error);
    } finally {
      loading = null;
    }
  }
  return {
    get place() {
      return current.place;
    },
    async recognizeStrokes(strokes, signal) {
      if (loading !== null) await Promise.race([loading, patience()]);
      signal.throwIfAborted();
      return await current.recognizeStrokes(strokes, signal);
    },
    async load() {
      if (current === meanwhile) await (loading ??= loadLocal());
    },
  };
}
