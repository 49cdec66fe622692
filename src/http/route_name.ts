/**
 * Names of routes for metrics and traces. There are only a few, whatever paths
 * clients request.
 *
 * @module
 */

import type { Context, Hono } from "hono";
import { routePath } from "./route_path.ts";

/** Names a request's route. */
export type RouteName = (c: Context) => string;

/** The model in the paths of the Open Inference Protocol. */
const MODEL = /^(\/v2\/models\/)(?:recognizer|generator)(?=\/|$)/;

/**
 * Routes of the Open Inference Protocol, which is a separate Hono application.
 */
const PROTOCOL = [
  "/v2",
  "/v2/health/live",
  "/v2/health/ready",
  "/v2/models/{model}",
  "/v2/models/{model}/ready",
  "/v2/models/{model}/infer",
];

/** The name of every static file. */
const FILE = "/{file}";
const UNKNOWN = "(unknown)";

/** Answers that only files have: unchanged, another method, another type. */
const FILE_REFUSALS = [304, 405, 406];

/**
 * Creates a function that names routes once they are answered.
 *
 * @param app The application. Its routes are read at the first request.
 * @returns The path as OpenAPI writes it, such as `/v2/models/{model}/infer`;
 *   `/{file}` for the page and its files, `(unknown)` for unknown paths.
 */
export function createRouteName(app: Hono): RouteName {
  let known: Set<string> | undefined;
  return (c) => {
    known ??= new Set([
      ...app.routes.filter(({ method }) => method !== "ALL")
        .map(({ path }) => path),
      ...PROTOCOL,
    ]);
    const path = routePath(c.req.path);
    if (known.has(path)) return path;
    const template = path.startsWith("/v2/")
      ? path.replace(MODEL, "$1{model}")
      : path;
    if (known.has(template)) return template;
    // The gate and the rate limit refuse before a file is looked up.
    return isAnswerOfFile(c) ? FILE : UNKNOWN;
  };
}

function isAnswerOfFile({ req, res }: Context): boolean {
  // A preflight of an unknown path is answered, too.
  if (req.method === "OPTIONS") return res.headers.has("Allow");
  return res.ok || FILE_REFUSALS.includes(res.status);
}
