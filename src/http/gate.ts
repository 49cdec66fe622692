/**
 * Keeps the service from taking on more than it can finish.
 *
 * @module
 */

import type { Handler } from "./hono.ts";
import { Problem } from "./problem.ts";

/** Counts the requests in flight, and turns others away. */
export interface Gate {
  /** Makes a handler refuse requests with 503 while the gate is full or closed. */
  readonly guard: (handler: Handler) => Handler;
  /** Whether {@linkcode Gate.close} was called. */
  readonly isClosed: () => boolean;
  /**
   * Refuses every request from now on.
   *
   * @returns Kept when none is in flight any more.
   */
  readonly close: () => Promise<void>;
}

/**
 * Makes a gate.
 *
 * @param limit Requests that may be in flight at once.
 *
 * @example
 * ```ts
 * import { createGate } from "./gate.ts";
 * import assert from "node:assert/strict";
 *
 * const gate = createGate(256);
 * await gate.close();
 * assert.equal(gate.isClosed(), true);
 * ```
 */
export function createGate(limit: number): Gate {
  let inFlight = 0;
  let closed = false;
  const drained = Promise.withResolvers<void>();
  const refuse = (detail: string) =>
    new Problem(503, detail, { headers: { "Retry-After": "1" } });
  return {
    isClosed: () => closed,
    close() {
      closed = true;
      if (inFlight === 0) drained.resolve();
      return drained.promise;
    },
    guard: (handler) => async (c) => {
      if (closed) throw refuse("The service is stopping");
      if (inFlight >= limit) {
        throw refuse(`${inFlight} requests are being answered already`);
      }
      inFlight++;
      try {
        return await handler(c);
      } finally {
        inFlight--;
        if (closed && inFlight === 0) drained.resolve();
      }
    },
  };
}
