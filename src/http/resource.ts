/**
 * A resource: a path, the methods that it has, and what it can answer with.
 *
 * Methods that it has not are refused with 405 and `Allow`; OPTIONS and HEAD
 * come of themselves.
 *
 * @module
 */

import type { Context, Handler, Hono } from "./hono.ts";
import { negotiate } from "./media_type.ts";
import { Problem } from "./problem.ts";

/** The methods of a resource. */
export interface Resource {
  /** Answers GET, and HEAD without a body. */
  readonly get?: Handler;
  /** Answers POST. */
  readonly post?: Handler;
  /** Media types that POST takes, told by `Accept-Post`. */
  readonly takes?: readonly string[];
  /** Media types of the answers; if given, `Accept` must take one of them. */
  readonly makes?: readonly string[];
}

/**
 * Adds a resource to an app.
 *
 * @param app The app.
 * @param path Its path, as Hono writes it.
 * @param resource What it can do.
 * @param wrap What stands around every answer, refusals included.
 */
export function addResource(
  app: Hono,
  path: string,
  resource: Resource,
  wrap: (handler: Handler) => Handler,
): void {
  const { get, post, takes, makes } = resource;
  const acceptable = (handler: Handler): Handler => (c) => {
    if (makes) chooseType(c, makes);
    return handler(c);
  };
  const handlers = new Map<string, Handler>();
  if (get) {
    handlers.set("GET", acceptable(get));
    handlers.set("HEAD", acceptable(get));
  }
  if (post) handlers.set("POST", acceptable(post));
  handlers.set("OPTIONS", options);
  const methods = [...handlers.keys()].join(", ");

  function options(c: Context): Response {
    c.header("Allow", methods);
    if (takes) c.header("Accept-Post", takes.join(", "));
    if (c.req.header("Access-Control-Request-Method") !== undefined) {
      c.header("Access-Control-Allow-Methods", methods);
      c.header("Access-Control-Allow-Headers", "*");
      c.header("Access-Control-Max-Age", "86400");
    }
    return c.body(null, 204);
  }

  // Of what no live object has the shape V8 forgets what it compiled: a garbage
  // collection in an idle moment would slow thousands of answers. One request
  // and its answer, kept, are enough.
  const kept: { last?: Context } = {};
  const answer = wrap((c) => {
    kept.last = c;
    const handler = handlers.get(c.req.method);
    if (handler !== undefined) return handler(c);
    throw new Problem(
      405,
      `${c.req.method} is not a method of ${c.req.path}; it has ${methods}`,
      { headers: { "Allow": methods } },
    );
  });
  // One route for all methods, since the router looks at every route, every
  // time; and one handler, which Hono calls without composing it with others.
  app.all(path, answer);
}

/**
 * Chooses the media type of an answer by the request's `Accept`.
 *
 * @param c The request's context.
 * @param offers Media types that can be made, the preferred first.
 * @throws {Problem} 406 if `Accept` takes none of them.
 */
export function chooseType<const T extends string>(
  c: Context,
  offers: readonly T[],
): T {
  const accept = c.req.header("Accept") ?? null;
  const chosen = negotiate(accept, offers);
  if (chosen !== null) return chosen;
  throw new Problem(
    406,
    `Accept takes nothing that can be made here: ${offers.join(", ")}`,
  );
}
