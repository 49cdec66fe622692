/**
 * Does work in rounds of small parts, as many in a frame as there is time for.
 * What a browser does later with what was painted cannot be timed, so there are
 * fewer parts in a frame after frames that came late.
 *
 * A round is finished before the next begins, with the newest work that was
 * offered meanwhile: a slow processor skips rounds, and the ink stays ahead.
 *
 * @module
 */

/** Milliseconds after which a frame is late: it should come after 16.7. */
const LATE = 22;

/** After so many milliseconds nothing was late: there was nothing to do. */
const PAUSE = 200;

/** Parts more with each frame that is in time: about three a second. */
const MORE = 0.05;

/** Most parts in a frame. */
const MOST = 16;

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
  /** Most parts in a frame. */
  #most = MOST;
  /** When the last frame was. */
  #last = -Infinity;

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
    const start = this.#now();
    const end = start + this.#budget;
    const most = this.#mostParts(start);
    if (this.#at >= this.#parts.length) {
      this.#parts = this.#offered?.() ?? [];
      this.#offered = null;
      this.#at = 0;
    }
    for (let i = 0; i < most && this.#at < this.#parts.length; i++) {
      this.#parts[this.#at++]!();
      if (this.#now() >= end) break;
    }
    const isLeft = this.#at < this.#parts.length || this.#offered !== null;
    if (isLeft) this.#schedule();
  }

  /** Half as many parts as before after a late frame, else slowly more. */
  #mostParts(start: number): number {
    const passed = start - this.#last;
    this.#last = start;
    if (passed < LATE) {
      this.#most = Math.min(this.#most + MORE, MOST);
    } else if (passed < PAUSE) this.#most = Math.max(1, this.#most / 2);
    return Math.floor(this.#most);
  }
}
