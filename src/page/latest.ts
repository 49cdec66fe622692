/**
 * Keeps one slow, abortable job up to date with a value that changes fast: the newest value wins.
 *
 * It is NOT a debouncer that waits for silence: with one, nobody would get an answer while drawing. It runs no
 * sooner than the clock allows and never twice at a time, so that a slow network is not flooded either.
 *
 * @module
 */

/** Calls back after a time, and gives a function that calls it off. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/** Calls back at the next fitting moment, and gives a function that calls it off. */
export type Soon = (callback: () => void) => () => void;

/** What {@linkcode Latest} needs. */
export interface LatestOptions<Input, Output> {
  /** The job. It should stop when the signal is aborted; if it goes on, its outcome is ignored. */
  readonly run: (input: Input, signal: AbortSignal) => Promise<Output>;
  /** Told each outcome, in the order of the inputs. */
  readonly onResult: (output: Output) => void;
  /** Told each failure of a job that was not aborted. */
  readonly onError: (error: unknown) => void;
  /** Says when to run the job for what was offered. */
  readonly soon: Soon;
}

/**
 * Runs a job for the newest of the inputs it is given.
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
   * Waits for the first input.
   *
   * @param options The job, and who hears of its outcomes.
   */
  constructor(options: LatestOptions<Input, Output>) {
    this.#options = options;
  }

  /**
   * Runs the job for this input soon, and after the run under way. A newer offer replaces it.
   *
   * @param input The newest value.
   */
  offer(input: Input): void {
    this.#waiting = { input };
    this.#schedule();
  }

  /**
   * Runs the job for this input now, aborting the run under way.
   *
   * @param input The value that will stay.
   */
  settle(input: Input): void {
    this.cancel();
    this.#start(input);
  }

  /** Aborts the run under way and forgets the value that waits. */
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
    // An aborted run is no longer `#running`, which is how a late outcome is told from a wanted one.
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
 * {@linkcode After} by the runtime's own timer.
 *
 * @param milliseconds How long.
 * @param callback What to do then.
 * @returns Calls it off.
 */
export function afterTimeout(
  milliseconds: number,
  callback: () => void,
): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
