/**
 * Pauses in long computations, so that events are handled meanwhile.
 *
 * @module
 */

/** Milliseconds from one pause to the next. */
const INTERVAL = 100;

/**
 * Creates a function to await in every turn of a long loop. It lets signals and
 * timers run, but only every tenth of a second, so that it costs nothing.
 *
 * @param signal Ends the loop when aborted: the function rejects with its reason.
 *
 * @example
 * ```ts
 * import { pauses } from "./pauses.ts";
 *
 * const stopping = new AbortController();
 * const pause = pauses(stopping.signal);
 * for (let i = 0; i < 1000; i++) await pause();
 * ```
 */
export function pauses(signal?: AbortSignal): () => Promise<void> {
  let next = performance.now() + INTERVAL;
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() < next) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    next = performance.now() + INTERVAL;
  };
}
