/**
 * Loads something once, when it is first needed.
 *
 * @module
 */

/**
 * Wraps a loader so that all callers share one load. A load that fails is
 * forgotten: the next call tries again.
 *
 * @param load Loads the thing.
 * @returns Resolves with what `load` resolved with, or rejects as it did.
 *
 * @example
 * ```ts
 * import { once } from "./once.ts";
 * import assert from "node:assert/strict";
 *
 * let loads = 0;
 * const load = once(() => Promise.resolve(++loads));
 * assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
 * ```
 */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    });
}
