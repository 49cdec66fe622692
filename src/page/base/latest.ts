/**
 * Keeps one slow, abortable job up to date with a value that changes fast: the
 * newest value wins.
 *
 * This is not a debouncer that waits for silence, which would give no answer
 * while drawing. It runs no sooner than the clock allows and never twice at a
 * time, so a slow network is not flooded either.
 *
 * @module
 */

/** Calls back after a delay; returns a function that cancels the callback. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/**
 * Calls back at the next suitable moment; returns a function that cancels the
 * callback.
 */
export type Soon = (callback: () => void) => () => void;

/** What {@linkcode Latest} needs. */
export interface LatestOptions<Input, Output> {
  /**
   * The job. It should stop when the signal is aborted; otherwise its outcome
   * is ignored.
   */
  readonly run: (input: Input, signal: AbortSignal) => Promise<Output>;
  /** Called with each result, in the order of the inputs. */
  readonly onResult: (output: Output) => void;
  /** Called with each error of a job that was not aborted. */
  readonly onError: (error: unknown) => void;
  /** Schedules the job for an offered input. */
  readonly soon: Soon;
}

/**
 * Runs a job for the newest of its inputs.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { afterTimeout, Latest } from "./latest.ts";
 *
 * const seen = await new Promise<number>((onResult, onError) => {
 *   const squares = new Latest<number, number>({
 *     run: (n) => Promise.resolve(n * n),
 *     onResult,
 *     onError,
 *     soon: (callback) => afterTimeout(1, callback),
 *   });
 *   squares.offer(2);
 *   squares.offer(3);
 * });
 * assert.equal(seen, 9);
 * ```
 */
export class Latest<Input, Output> {
  readonly #options: LatestOptions<Input, Output>;
  #running: AbortController | null = null;
  #waiting: { readonly input: Input } | null = null;
  #callOff: (() => void) | null = null;

  /**
   * Creates an idle instance, which waits for the first input.
   *
   * @param options The job and the callbacks for its outcomes.
   */
  constructor(options: LatestOptions<Input, Output>) {
    this.#options = options;
  }

  /**
   * Runs the job for this input soon, after the current run. A newer offer
   * replaces it.
   *
   * @param input The newest value.
   */
  offer(input: Input): void {
    this.#waiting = { input };
    this.#schedule();
  }

  /**
   * Runs the job for this input now, aborting the current run.
   *
   * @param input The final value.
   */
  settle(input: Input): void {
    this.cancel();
    this.#start(input);
  }

  /** Aborts the current run and forgets the waiting input. */
  cancel(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#waiting = null;
    this.#running?.abort();
    this.#running = null;
  }

  #schedule(): void {
    if (
      this.#waiting === null || this.#running !== null || this.#callOff !== null
    ) return;
    this.#callOff = this.#options.soon(() => {
      this.#callOff = null;
      const waiting = this.#waiting;
      this.#waiting = null;
      if (waiting !== null) this.#start(waiting.input);
    });
  }

  #start(input: Input): void {
    const controller = new AbortController();
    this.#running = controller;
    // An aborted run is no longer `#running`; this distinguishes a late outcome
    // from a wanted one.
    const finish = (tell: () => void): void => {
      if (this.#running !== controller) return;
      this.#running = null;
      tell();
      this.#schedule();
    };
    this.#options.run(input, controller.signal).then(
      (output) => finish(() => this.#options.onResult(output)),
      (error: unknown) => finish(() => this.#options.onError(error)),
    );
  }
}

/**
 * {@linkcode After}, by the runtime's own timer.
 *
 * @param milliseconds The delay.
 * @param callback Called after it.
 * @returns Cancels the callback.
 */
export function afterTimeout(
  milliseconds: number,
  callback: () => void,
): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
