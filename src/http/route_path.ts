/**
 * The path by which a request's route is known.
 *
 * @module
 */

/**
 * A path without the slash at its end, which Hono's router ignores: it answers
 * `/sample/` like `/sample`.
 *
 * @param path A request's path.
 *
 * @example
 * ```ts
 * import { routePath } from "./route_path.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(routePath("/sample/"), "/sample");
 * assert.equal(routePath("/"), "/");
 * ```
 */
export function routePath(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
