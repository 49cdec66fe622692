/**
 * A limit on the time that a client may take to send a body: without it, a few
 * hundred slow clients would take all places of the service.
 *
 * @module
 */

import { Problem } from "./problem.ts";

/** Milliseconds that a body may take. */
export const BODY_TIME = 30_000;

/** Awaits what a client sends, for a limited time. */
export interface Patience {
  /**
   * Awaits a body.
   *
   * @param reading The reading of it.
   * @throws {Problem} 408 if it takes too long; and as the reading does.
   */
  readonly inTime: <T>(reading: Promise<T>) => Promise<T>;
}

/** A body that is awaited. */
interface Awaited {
  readonly since: number;
  readonly giveUp: (problem: Problem) => void;
}

/**
 * Creates a limit. One timer watches all bodies, and only while there are some: a
 * timer for each would cost every request some microseconds.
 *
 * @param limit Milliseconds that a body may take; up to half as much again may
 * pass until it is noticed.
 */
export function createPatience(limit: number = BODY_TIME): Patience {
  const bodies = new Set<Awaited>();
  let isWatched = false;

  function watch(): void {
    isWatched = true;
    // Not setTimeout(), which loads Node's timers: 5 ms of the start.
    AbortSignal.timeout(limit / 2).addEventListener("abort", () => {
      const latest = performance.now() - limit;
      for (const { since, giveUp } of bodies) {
        if (since > latest) continue;
        giveUp(
          new Problem(408, `The body took more than ${limit / 1000} seconds`),
        );
      }
      isWatched = false;
      if (bodies.size > 0) watch();
    });
  }

  return {
    inTime: (reading) =>
      new Promise((resolve, reject) => {
        const body = { since: performance.now(), giveUp: reject };
        bodies.add(body);
        if (!isWatched) watch();
        // Not finally(): it would cost each request a microsecond more.
        reading.then((value) => {
          bodies.delete(body);
          resolve(value);
        }, (error) => {
          bodies.delete(body);
          reject(error);
        });
      }),
  };
}
