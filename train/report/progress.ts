/**
 * Shows a run's progress: on a terminal, one line redrawn in place; elsewhere
 * (a file, a CI log), a plain line now and then. jsonl_log.ts keeps the record.
 *
 * @module
 */

import process from "node:process";
// @ts-types="./cli_progress.d.ts"
import { Format, SingleBar } from "cli-progress";
import { formatDuration } from "./durations.ts";
import { type ProgressState, progressText } from "./progress_text.ts";
import { RateMeter } from "./rate.ts";

/** Where to draw: a stream like Node's. */
export interface ProgressStream {
  /** Whether it is a terminal, where a line can be redrawn. */
  readonly isTTY?: boolean;
  /** Writes text. */
  write(text: string): boolean;
}

/** What a {@linkcode Progress} shows, and where. */
export interface ProgressOptions {
  /** Name of the work. */
  readonly label: string;
  /** Total steps. */
  readonly total: number;
  /** Steps done before this session, in a resumed run. Default 0. */
  readonly start?: number;
  /** Images per step. */
  readonly imagesPerStep: number;
  /** Where to write; its `isTTY` selects the form. Default standard error. */
  readonly stream?: ProgressStream;
  /** Seconds between plain lines if there is no terminal. Default 10. */
  readonly interval?: number;
  /**
   * The time in seconds, from any origin. Default the system's monotonic clock.
   */
  readonly now?: () => number;
}

/** Seconds over which speed is averaged. */
const RATE_WINDOW = 30;

/**
 * Shows a run's progress.
 *
 * @example
 * ```ts
 * import { Progress } from "./progress.ts";
 *
 * using progress = new Progress({ label: "recognizer", total: 2, imagesPerStep: 128 });
 * progress.update(1, { loss: 2.3 });
 * progress.note("validation 97.10 %");
 * progress.update(2, { loss: 2.2 });
 * ```
 */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #interval: number;
  readonly #now: () => number;
  readonly #begun: number;
  readonly #rate = new RateMeter(RATE_WINDOW);
  readonly #bar: SingleBar | undefined;
  #state: ProgressState;
  #lastLine: number;
  #stopped = false;

  /**
   * Starts showing progress.
   *
   * @param options What to show, and where.
   */
  constructor(options: ProgressOptions) {
    const { label, total, imagesPerStep, start = 0 } = options;
    this.#stream = options.stream ?? process.stderr;
    this.#interval = options.interval ?? 10;
    this.#now = options.now ?? (() => performance.now() / 1000);
    this.#state = {
      label,
      step: start,
      total,
      stepsPerSecond: 0,
      imagesPerStep,
      values: {},
    };
    this.#begun = this.#now();
    this.#lastLine = this.#begun;
    this.#rate.add(this.#begun, start);
    if (this.#stream.isTTY) {
      this.#bar = this.#makeBar();
      this.#bar.start(total, start);
    }
  }

  /**
   * Reports progress. Cheap: it draws at most a few times a second.
   *
   * @param step Steps done, including those before a resume.
   * @param values Further values to show: losses, accuracies, the epoch …
   */
  update(
    step: number,
    values: Readonly<Record<string, number | string>>,
  ): void {
    const now = this.#now();
    this.#rate.add(now, step);
    this.#state = {
      ...this.#state,
      step,
      values,
      stepsPerSecond: this.#rate.perSecond,
    };
    if (this.#bar !== undefined) {
      this.#bar.update(step);
    } else if (now - this.#lastLine >= this.#interval) {
      this.#lastLine = now;
      this.#stream.write(progressText(this.#state) + "\n");
    }
  }

  /** Writes a permanent line above the redrawn one. */
  note(text: string): void {
    // Stop and start again: the bar remembers where on the screen it started.
    this.#bar?.stop();
    this.#stream.write(text + "\n");
    if (!this.#stopped) this.#bar?.start(this.#state.total, this.#state.step);
  }

  /** Replaces the redrawn line with a summary. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    const { label, step, total } = this.#state;
    const time = formatDuration(this.#now() - this.#begun);
    this.note(`${label}  ${step} of ${total} steps in ${time}`);
  }

  /** The same as {@linkcode Progress.stop}. */
  [Symbol.dispose](): void {
    this.stop();
  }

  #makeBar(): SingleBar {
    return new SingleBar({
      stream: this.#stream,
      barsize: 20,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      clearOnComplete: true,
      hideCursor: true,
      format: (options, { progress }) =>
        progressText(this.#state, Format.BarFormat(progress, options)),
    });
  }
}
