/**
 * What every answer carries: a request id, the time that it took, and leave
 * for pages of other origins to read it.
 *
 * @module
 */

import type { MiddlewareHandler } from "./hono.ts";

/** Incoming ids that are echoed; others could carry anything into logs. */
const SANE_ID = /^[\w.:+/=@-]{1,128}$/;

/** Headers of an answer that a page of another origin may read. */
const EXPOSED = "Content-Location, ETag, Location, RateLimit, " +
  "RateLimit-Policy, Retry-After, Server-Timing, X-Digits, X-Request-Id";

/**
 * Middleware that puts `X-Request-Id`, `Server-Timing` and CORS headers on
 * every answer.
 *
 * @param now The clock, in milliseconds; the monotonic one by default.
 */
export function envelope(
  now: () => number = () => performance.now(),
): MiddlewareHandler {
  return async (c, next) => {
    const start = now();
    await next();
    const { headers } = c.res;
    const id = c.req.header("X-Request-Id") ?? "";
    headers.set("X-Request-Id", SANE_ID.test(id) ? id : crypto.randomUUID());
    headers.append("Server-Timing", `total;dur=${(now() - start).toFixed(3)}`);
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Access-Control-Expose-Headers", EXPOSED);
    headers.set("X-Content-Type-Options", "nosniff");
  };
}
