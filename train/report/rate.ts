/**
 * Speed over the recent past, to estimate the time left.
 *
 * @module
 */

/**
 * Measures how fast a count grows, over a sliding window: long enough to be
 * steady, short enough to forget an old pause.
 *
 * @example
 * ```ts
 * import { RateMeter } from "./rate.ts";
 * import assert from "node:assert/strict";
 *
 * const meter = new RateMeter(30);
 * meter.add(0, 100);
 * meter.add(2, 150);
 * assert.equal(meter.perSecond, 25);
 * ```
 */
export class RateMeter {
  readonly #window: number;
  #samples: { time: number; count: number }[] = [];

  /**
   * Starts with nothing measured.
   *
   * @param window Seconds to look back.
   */
  constructor(window: number) {
    this.#window = window;
  }

  /**
   * Adds a sample.
   *
   * @param time In seconds; never decreasing.
   * @param count The count at that time.
   */
  add(time: number, count: number): void {
    this.#samples.push({ time, count });
    // The newest sample at or beyond the window's edge stays, so the window is
    // never shorter than asked.
    const edge = time - this.#window;
    const inside = this.#samples.findIndex((sample) => sample.time > edge);
    if (inside > 1) this.#samples = this.#samples.slice(inside - 1);
  }

  /**
   * Growth per second over the window; 0 until there are samples at two
   * different times.
   */
  get perSecond(): number {
    const first = this.#samples.at(0);
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined || last.time === first.time) {
      return 0;
    }
    return (last.count - first.count) / (last.time - first.time);
  }
}
