/**
 * Keeps the service from taking on more than it can finish.
 *
 * @module
 */

import type { MiddlewareHandler } from "hono";
import { Problem } from "./problem.ts";

/** Limits the number of requests in flight. */
export interface Gate {
  /** Middleware that refuses requests with 503 while the gate is full or closed. */
  readonly guard: MiddlewareHandler;
  /** Whether {@linkcode Gate.close} was called. */
  readonly isClosed: () => boolean;
  /**
   * Refuses every request from now on.
   *
   * @returns Resolves when no request is in flight.
   */
  readonly close: () => Promise<void>;
}

/**
 * Creates a gate.
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
    async guard(_c, next) {
      if (closed) throw refuse("The service is stopping");
      if (inFlight >= limit) {
        throw refuse(`${inFlight} requests are being answered already`);
      }
      inFlight++;
      try {
        await next();
      } finally {
        inFlight--;
        if (closed && inFlight === 0) drained.resolve();
      }
    },
  };
}
