/**
 * What every answer carries: a request id, the time that it took, and leave
 * for pages of other origins to read it.
 *
 * @module
 */

import type { Context, Handler } from "./hono.ts";

/** Incoming ids that are echoed; others could carry anything into logs. */
const SANE_ID = /^[\w.:+/=@-]{1,128}$/;

/** Where a route leaves what it has timed. */
const TIMES = "times";

/**
 * Leaves parts of `Server-Timing` for {@linkcode createEnvelope} to send.
 *
 * @param times One or more of `name;dur=milliseconds`, with commas between.
 */
export function leaveTimes(c: Context, times: string): void {
  c.set(TIMES, times);
}

/**
 * Puts handlers into an envelope: whatever they answer or throw carries
 * `X-Request-Id`, `Server-Timing` and CORS headers.
 *
 * @param answerError Makes an answer of what a handler threw.
 * @param now The clock, in milliseconds; the monotonic one by default.
 */
export function createEnvelope(
  answerError: (error: unknown) => Response,
  now: () => number = () => performance.now(),
): (handler: Handler) => Handler {
  return (handler) => async (c) => {
    const start = now();
    let response: Response;
    try {
      response = await handler(c);
    } catch (error) {
      response = answerError(error);
    }
    const { headers } = response;
    const id = c.req.header("X-Request-Id") ?? "";
    headers.set("X-Request-Id", SANE_ID.test(id) ? id : crypto.randomUUID());
    const times: string | undefined = c.get(TIMES);
    const total = `total;dur=${(now() - start).toFixed(3)}`;
    headers.set("Server-Timing", times ? `${times}, ${total}` : total);
    headers.set("Access-Control-Allow-Origin", "*");
    // What is for browsers alone is left out where none asks: they name an
    // origin with every POST. Without it a digit's answer fits in 512 bytes,
    // which Deno sends in one piece.
    if (c.req.method !== "POST" || c.req.header("Origin") !== undefined) {
      // Answers are for everybody, so all of their headers are.
      headers.set("Access-Control-Expose-Headers", "*");
      headers.set("X-Content-Type-Options", "nosniff");
    }
    return response;
  };
}
