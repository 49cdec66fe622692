/**
 * The page and its files, and the model files that the page's own engine
 * loads.
 *
 * @module
 */

import type { Context, Handler } from "../http/hono.ts";
import { Problem } from "../http/problem.ts";
import { serveFile } from "../http/static_files.ts";

const METHODS = "GET, HEAD, OPTIONS";

/**
 * Answers what no route answered: with a file if there is one, else 404.
 *
 * @param top URL of the directory that holds `static/` and `models/`.
 */
export function filesHandler(top: URL): Handler {
  return async (c) => {
    const found = await find(c, top);
    if (found === null) {
      throw new Problem(404, `There is no ${c.req.path.slice(0, 200)}`);
    }
    if (c.req.method === "GET" || c.req.method === "HEAD") return found;
    c.header("Content-Length", undefined);
    if (c.req.method === "OPTIONS") {
      return new Response(null, { status: 204, headers: { Allow: METHODS } });
    }
    throw new Problem(
      405,
      `${c.req.method} is not a method of ${c.req.path}; it has ${METHODS}`,
      { headers: { Allow: METHODS } },
    );
  };
}

function find(c: Context, top: URL): Promise<Response | null> {
  const path = c.req.path === "/" ? "index.html" : c.req.path.slice(1);
  const model = /^models\/([\w-]+\.safetensors)$/.exec(path)?.[1];
  return model === undefined
    ? serveFile(c, new URL("static/", top), path)
    : serveFile(c, new URL("models/", top), model);
}
