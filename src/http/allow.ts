/**
 * The methods of each path: 405 for others, and `Allow` for OPTIONS.
 *
 * Hono's method-not-allowed middleware does not answer OPTIONS.
 *
 * @module
 */

import type { Context, Hono, MiddlewareHandler } from "hono";
import { answerProblem, Problem } from "./problem.ts";
import { routePath } from "./route_path.ts";

/**
 * Middleware that turns a 404 into a 405 where the path has other methods, and
 * adds `Allow` to the answer to OPTIONS.
 *
 * @param app The application. Its routes are read at the first such request;
 * their paths must have no parameters.
 * @param refuse Makes the answer of the refusal.
 */
export function allow(
  app: Hono,
  refuse: (c: Context, problem: Problem) => Response = answerProblem,
): MiddlewareHandler {
  let allowed: Map<string, string> | undefined;
  return async (c, next) => {
    await next();
    const isOptions = c.req.method === "OPTIONS";
    if (c.res.status !== 404 && !isOptions) return;
    allowed ??= allowedMethods(app);
    const methods = allowed.get(routePath(c.req.path));
    if (methods === undefined) return;
    if (isOptions) {
      c.header("Allow", methods);
    } else if (!methods.split(", ").includes(c.req.method)) {
      c.res = refuse(c, methodNotAllowed(c, methods));
    }
  };
}

/**
 * The refusal of a method that a path does not have.
 *
 * @param c The request's context.
 * @param allowed The methods that it has, as `Allow` lists them.
 */
export function methodNotAllowed({ req }: Context, allowed: string): Problem {
  return new Problem(
    405,
    `${req.method} is not a method of ${req.path}; it has ${allowed}`,
    { headers: { "Allow": allowed } },
  );
}

/**
 * Middleware that adds `Accept-Post` to the answer to OPTIONS.
 *
 * @param types Media types that POST accepts.
 */
export function acceptPost(types: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "OPTIONS") c.header("Accept-Post", types.join(", "));
    await next();
  };
}

/** The value of `Allow` for each path. */
function allowedMethods({ routes }: Hono): Map<string, string> {
  const allowed = new Map<string, string>();
  for (const { method, path } of routes) {
    if (method === "ALL" || allowed.has(path)) continue;
    const methods = method === "GET" ? "GET, HEAD" : method;
    allowed.set(path, `${methods}, OPTIONS`);
  }
  return allowed;
}
