/**
 * The methods of each path: 405 for others, and `Allow` for OPTIONS.
 *
 * Hono's method-not-allowed middleware does not answer OPTIONS.
 *
 * @module
 */

import type { Context, Hono, MiddlewareHandler } from "hono";
import { answerProblem, notFound, Problem } from "./problem.ts";
import { routePath } from "./route_path.ts";

/**
 * The methods of a path, as `Allow` lists them; undefined for an unknown path.
 */
export type MethodsOf = (path: string) => string | undefined;

/** The methods of paths that can only be read. */
export const READ_METHODS = "GET, HEAD, OPTIONS";

/** Deno's path for `OPTIONS *`, and all methods of the service. */
const SERVER = "/*";
const METHODS = "GET, HEAD, POST, OPTIONS";

/**
 * Middleware that turns a 404 into a 405 where the path has other methods, adds
 * `Allow` to the answer to OPTIONS, and turns that into a 404 for an unknown
 * path. Preflights of unknown paths are left alone: a page may read the 404 of
 * the request that follows.
 *
 * @param methodsOf Knows the methods of every path.
 * @param refuse Makes the answer of a 405.
 */
export function allow(
  methodsOf: (path: string) =>
    | ReturnType<MethodsOf>
    | Promise<
      ReturnType<MethodsOf>
    >,
  refuse: (c: Context, problem: Problem) => Response = answerProblem,
): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { method, path } = c.req;
    const isOptions = method === "OPTIONS";
    if (c.res.status !== 404 && !isOptions) return;
    const methods = isOptions && path === SERVER
      ? METHODS
      : await methodsOf(path);
    if (isOptions) {
      if (methods !== undefined) c.header("Allow", methods);
      else if (!isPreflight(c)) c.res = notFound(c);
    } else if (methods && !methods.split(", ").includes(method)) {
      c.res = refuse(c, methodNotAllowed(c, methods));
    }
  };
}

function isPreflight({ req }: Context): boolean {
  return req.header("Access-Control-Request-Method") !== undefined;
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

/**
 * The methods of an application's own routes.
 *
 * @param app The application. Its routes are read at the first call; those for
 * all methods do not count, since what they hand over to knows better.
 */
export function methodsOfRoutes(app: Hono): MethodsOf {
  let allowed: Map<string, string> | undefined;
  return (path) => {
    allowed ??= new Map(
      app.routes.filter(({ method }) => method !== "ALL").map((route) => [
        routePath(route.path),
        route.method === "GET" ? READ_METHODS : `${route.method}, OPTIONS`,
      ]),
    );
    return allowed.get(routePath(path));
  };
}
