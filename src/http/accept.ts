/**
 * The media type of an answer, by the request's `Accept`.
 *
 * @module
 */

import type { Context, MiddlewareHandler } from "hono";
import { negotiate } from "./media_type.ts";
import { Problem } from "./problem.ts";

/**
 * Middleware that refuses requests whose `Accept` allows none of the media
 * types that later handlers produce.
 *
 * @param types The media types that they produce.
 */
export function produces(...types: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    chooseType(c, types);
    await next();
  };
}

/**
 * Chooses the media type of an answer by the request's `Accept`.
 *
 * @param c The request's context.
 * @param offers Media types that can be produced, the preferred first.
 * @throws {Problem} 406 if `Accept` allows none of them.
 */
export function chooseType<const T extends string>(
  c: Context,
  offers: readonly T[],
): T {
  const chosen = negotiate(c.req.header("Accept") ?? null, offers);
  if (chosen !== null) return chosen;
  throw new Problem(
    406,
    `Accept allows nothing that is produced here: ${offers.join(", ")}`,
  );
}
