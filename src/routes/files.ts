/**
 * The page and its files, and the model files that the page's own engine
 * loads.
 *
 * @module
 */

import type { Handler, MiddlewareHandler } from "hono";
import { methodNotAllowed } from "../http/allow.ts";
import { listFiles, serveFile } from "../http/static_files.ts";

/** The methods of a file. */
const ALLOWED = "GET, HEAD, OPTIONS";

/**
 * Middleware that answers with the files in `static/` and the models in
 * `models/`, as they are there at the first such request.
 *
 * @param top URL of the directory that holds both.
 */
export function files(top: URL): MiddlewareHandler {
  let handlers: Map<string, Handler> | undefined;
  return async (c, next) => {
    handlers ??= listHandlers(top);
    const handler = handlers.get(c.req.path);
    if (handler === undefined) return await next();
    const { method } = c.req;
    if (method === "GET" || method === "HEAD") return handler(c, next);
    throw methodNotAllowed(c, ALLOWED);
  };
}

function listHandlers(top: URL): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  const pages = new URL("static/", top);
  for (const path of listFiles(pages)) {
    const route = path === "index.html" ? "/" : `/${path}`;
    handlers.set(route, serveFile(new URL(path, pages)));
  }
  const models = new URL("models/", top);
  for (const path of listFiles(models)) {
    if (!path.endsWith(".safetensors")) continue;
    handlers.set(`/models/${path}`, serveFile(new URL(path, models)));
  }
  return handlers;
}
