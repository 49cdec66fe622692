/**
 * Does work in rounds of small parts, as many in a frame as there is time for.
 *
 * A round is finished before the next begins, with the newest work that was
 * offered meanwhile: a slow processor skips rounds, and the ink stays ahead.
 *
 * @module
 */

/** A part of a round. */
export type Part = () => void;

/** Parts of rounds, one after another. */
export class Rounds {
  readonly #budget: number;
  readonly #soon: (callback: () => void) => void;
  readonly #now: () => number;
  #parts: readonly Part[] = [];
  /** The part whose turn is next. */
  #at = 0;
  #offered: (() => readonly Part[]) | null = null;
  #isDue = false;

  /**
   * Waits for work.
   *
   * @param budget Milliseconds of a frame that may be spent; one part is always
   *   done.
   * @param soon Calls back before the next frame.
   * @param now The clock, in milliseconds.
   */
  constructor(
    budget: number,
    soon: (callback: () => void) => void,
    now: () => number,
  ) {
    this.#budget = budget;
    this.#soon = soon;
    this.#now = now;
  }

  /**
   * Offers the next round; it replaces an offered one that has not begun.
   *
   * @param begin Called when the round begins; returns its parts.
   */
  offer(begin: () => readonly Part[]): void {
    this.#offered = begin;
    this.#schedule();
  }

  /** Forgets all work. */
  stop(): void {
    this.#parts = [];
    this.#offered = null;
  }

  #schedule(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#soon(() => {
      this.#isDue = false;
      this.#work();
    });
  }

  #work(): void {
    const end = this.#now() + this.#budget;
    if (this.#at >= this.#parts.length) {
      this.#parts = this.#offered?.() ?? [];
      this.#offered = null;
      this.#at = 0;
    }
    while (this.#at < this.#parts.length) {
      this.#parts[this.#at++]!();
      if (this.#now() >= end) break;
    }
    const isLeft = this.#at < this.#parts.length || this.#offered !== null;
    if (isLeft) this.#schedule();
  }
}
