/**
 * A limit on the requests of each client.
 *
 * @see {@link https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ | RateLimit header fields}
 * @module
 */

import type { Context, MiddlewareHandler } from "hono";
import { MemoryStore, rateLimiter } from "hono-rate-limiter";
import { clientAddress } from "./client.ts";
import { networkOf } from "./network.ts";
import { Problem } from "./problem.ts";

/** How many requests a client may send in how much time. */
export interface RateLimit {
  /** How many. */
  readonly requests: number;
  /** In how many seconds. */
  readonly seconds: number;
}

/** An active limit. */
export interface RateLimiter {
  /** Middleware that refuses requests over the limit with 429. */
  readonly guard: MiddlewareHandler;
  /** Forgets all clients and stops the timer that forgets old ones. */
  readonly stop: () => void;
}

/** Name of the limit in its headers. */
const NAME = "client";

/** What the limiter knows of a client. */
interface Usage {
  readonly limit: number;
  readonly remaining: number;
  readonly resetTime?: Date;
}

/**
 * Creates a limiter. It counts within this process only.
 *
 * @param limit How many requests, in which time.
 * @param proxies As for {@linkcode clientAddress}. Clients without an address
 * share one count.
 */
export function createRateLimiter(
  { requests, seconds }: RateLimit,
  proxies: number,
): RateLimiter {
  const store = new MemoryStore();
  const limiter = rateLimiter({
    windowMs: 1000 * seconds,
    limit: requests,
    store,
    // Set below, in the current draft's form.
    standardHeaders: false,
    keyGenerator: (c) => networkOf(clientAddress(c, proxies) ?? ""),
    handler: (c) => {
      setHeaders(c);
      throw new Problem(
        429,
        `More than ${requests} requests in ${seconds} seconds`,
        { headers: { "Retry-After": String(secondsLeft(usageOf(c))) } },
      );
    },
  });

  function setHeaders(c: Context): void {
    const usage = usageOf(c);
    c.header("RateLimit-Policy", `"${NAME}";q=${requests};w=${seconds}`);
    c.header(
      "RateLimit",
      `"${NAME}";r=${usage.remaining};t=${secondsLeft(usage)}`,
    );
  }

  function secondsLeft({ resetTime }: Usage): number {
    if (resetTime === undefined) return seconds;
    return Math.max(0, Math.ceil((resetTime.getTime() - Date.now()) / 1000));
  }

  return {
    guard: (c, next) =>
      limiter(c, async () => {
        setHeaders(c);
        await next();
      }),
    stop: () => store.shutdown(),
  };
}

function usageOf(c: Context): Usage {
  return c.get("rateLimit");
}
