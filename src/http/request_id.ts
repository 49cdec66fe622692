/**
 * The id of a request, in its answer and in the log.
 *
 * Hono's middleware rejects the ids of many gateways and tracers, because it
 * allows no dots, colons or slashes.
 *
 * @module
 */

import type { MiddlewareHandler } from "hono";

/** Ids that are echoed: UUIDs, base64, URNs, trace ids such as `1-67a;b/c:1`. */
const VALID_ID = /^[\w.:;,/+=@~|*-]{1,128}$/;

/**
 * Middleware that takes the id from `X-Request-Id` if it is valid, and
 * otherwise generates a UUID. It sets the same header on the answer, and
 * `requestId` in the context.
 */
export function requestId(): MiddlewareHandler {
  return (c, next) => {
    const sent = c.req.raw.headers.get("X-Request-Id");
    const id = sent !== null && VALID_ID.test(sent)
      ? sent
      : crypto.randomUUID();
    c.set("requestId", id);
    c.header("X-Request-Id", id);
    // Not awaited: nothing follows, and awaiting costs time on each request.
    return next();
  };
}
