/**
 * The page and its files, and the model files that the page's own engine
 * loads.
 *
 * @module
 */

import type { Context, Handler, MiddlewareHandler } from "hono";
import {
  methodNotAllowed,
  type MethodsOf,
  READ_METHODS,
} from "../http/allow.ts";
import {
  type Bytes,
  filesOnDisk,
  type FileSource,
  serveFile,
} from "../http/static_files.ts";

/** Stands in the page for its own origin, until a request names it. */
const ORIGIN = "https://origin.invalid";

/** An origin: a host name or address, optionally with a port. */
const PLAIN_ORIGIN = /^https?:\/\/[\w.:[\]-]+$/;

/** Folder of the page's files. */
const PAGE = "static/";

/**
 * The repository's files, read anew for each request.
 *
 * @param top URL of its folder, ending in a slash.
 */
export function repositoryFiles(top: URL): FileSource {
  return filesOnDisk(top, ["static", "models"]);
}

/** Files that are served. */
export interface ServedFiles {
  /** Middleware that answers with a file. */
  readonly serve: MiddlewareHandler;
  /** Knows the methods of every file. */
  readonly methodsOf: MethodsOf;
}

/**
 * Serves the files in `static/` and the models in `models/`. Both folders are
 * listed at the first request for a file.
 *
 * @param source Holds both.
 */
export function serveFiles(source: FileSource): ServedFiles {
  let handlers: Map<string, Handler> | undefined;
  const handlerOf = (path: string) =>
    (handlers ??= listHandlers(source)).get(path);
  return {
    async serve(c, next) {
      const handler = handlerOf(c.req.path);
      if (handler === undefined) return await next();
      const { method } = c.req;
      if (method === "GET" || method === "HEAD") return handler(c, next);
      throw methodNotAllowed(c, READ_METHODS);
    },
    methodsOf: (path) => handlerOf(path) && READ_METHODS,
  };
}

function listHandlers(source: FileSource): Map<string, Handler> {
  return new Map(
    source.list().flatMap((path) => {
      const route = routeOf(path);
      if (route === null) return [];
      const edit = route === "/" ? withOrigin : undefined;
      return [[route, serveFile(source, path, edit)]];
    }),
  );
}

/**
 * The page with absolute addresses for link previews, because most consumers
 * accept no others. The Host header may contain anything, which must not end up
 * in the HTML.
 */
function withOrigin(page: Bytes, c: Context): Bytes {
  const origin = URL.parse(c.req.url)?.origin ?? "";
  const address = PLAIN_ORIGIN.test(origin) ? origin : "";
  const text = new TextDecoder().decode(page);
  return new TextEncoder().encode(text.replaceAll(ORIGIN, address));
}

/** The route of a file; outside of `static/`, only models have one. */
function routeOf(path: string): string | null {
  if (path === `${PAGE}index.html`) return "/";
  if (path.startsWith(PAGE)) return `/${path.slice(PAGE.length)}`;
  return path.endsWith(".safetensors") ? `/${path}` : null;
}
