/**
 * The rate limiter, loaded with the first request that it counts: most services
 * have none, and the start is short.
 *
 * @module
 */

import type { MiddlewareHandler } from "hono";
import { once } from "../once.ts";
import type { RateLimit } from "./rate_limit.ts";

export type { RateLimit };

/** A limiter that may not be loaded yet. */
export interface LazyRateLimiter {
  /** Middleware that refuses requests over the limit with 429. */
  readonly guard: MiddlewareHandler;
  /** Stops it. */
  readonly stop: () => Promise<void>;
}

/**
 * Creates a limiter that is loaded when it is needed.
 *
 * @param limit How many requests, in which time.
 * @param proxies As `clientAddress` has it.
 */
export function lazyRateLimiter(
  limit: RateLimit,
  proxies: number,
): LazyRateLimiter {
  let isLoading = false;
  const load = once(async () => {
    isLoading = true;
    const { createRateLimiter } = await import("./rate_limit.ts");
    return createRateLimiter(limit, proxies);
  });
  return {
    guard: async (c, next) => (await load()).guard(c, next),
    async stop() {
      if (isLoading) (await load()).stop();
    },
  };
}
