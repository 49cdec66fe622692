/**
 * Limits how long a client may take to send a body. Without it, a few hundred
 * slow clients could use up the service's capacity.
 *
 * @module
 */

import { Problem } from "./problem.ts";

/** How long a body may take, in milliseconds. */
export const BODY_TIME = 30_000;

/** Awaits what a client sends, for a limited time. */
export interface Patience {
  /**
   * Awaits a body.
   *
   * @param reading The reading of it.
   * @throws {Problem} 408 if it takes too long, and whatever the reading
   * throws.
   */
  readonly inTime: <T>(reading: Promise<T>) => Promise<T>;
}

/** A body that is awaited. */
interface Awaited {
  readonly since: number;
  readonly giveUp: (problem: Problem) => void;
}

/**
 * Creates a limit. One timer watches all bodies, and only while there are any:
 * a timer for each would cost every request some microseconds.
 *
 * @param limit How long a body may take, in milliseconds. Exceeding it is
 * noticed up to half as long again later.
 */
export function createPatience(limit: number = BODY_TIME): Patience {
  const bodies = new Set<Awaited>();
  let isWatched = false;

  function watch(): void {
    isWatched = true;
    // setTimeout() would load Node's timers, which takes 5 ms at startup.
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
        // finally() would cost each request a microsecond more.
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
