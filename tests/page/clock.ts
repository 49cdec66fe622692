/**
 * A clock that tests move by hand.
 *
 * @module
 */

import type { After } from "../../src/page/latest.ts";

/** A clock that stands still until it is told to go on. */
export class Clock {
  #now = 0;
  #due: { at: number; callback: () => void }[] = [];

  /** Plans a call, as `setTimeout` would. */
  readonly after: After = (milliseconds, callback) => {
    const entry = { at: this.#now + milliseconds, callback };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  };

  /** Calls planned and not yet made. */
  get planned(): number {
    return this.#due.length;
  }

  /** Lets time pass, then the promises that are settled. */
  async pass(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    due.forEach(({ callback }) => callback());
    await settled();
  }
}

/** Lets the promises that are settled call back, however long their chains. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
