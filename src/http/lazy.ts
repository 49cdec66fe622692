/**
 * Handlers whose modules are loaded by their first request, so that startup
 * does not wait for them.
 *
 * @module
 */

import type { Handler } from "hono";
import { once } from "../once.ts";

/**
 * A handler that is loaded when it is first needed.
 *
 * @param load Imports a module and creates the handler; called once, and again
 * only after a failure.
 */
export function lazy(load: () => Promise<Handler>): Handler {
  const loaded = once(load);
  return async (c, next) => (await loaded())(c, next);
}
