/**
 * A clock for tests to move by hand.
 *
 * @module
 */

import type { After } from "../../../src/page/base/latest.ts";

/** A clock that stands still until a test moves it. */
export class Clock {
  #now = 0;
  #due: { at: number; callback: () => void }[] = [];

  /** Schedules a call, like `setTimeout`. */
  readonly after: After = (milliseconds, callback) => {
    const entry = { at: this.#now + milliseconds, callback };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  };

  /** Number of scheduled calls. */
  get planned(): number {
    return this.#due.length;
  }

  /** Lets time pass, then runs settled promises' callbacks. */
  async pass(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    due.forEach(({ callback }) => callback());
    await settled();
  }
}

/** Runs callbacks of settled promises, however long their chains. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
