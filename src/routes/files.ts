/**
 * The page and its files, and the model files that the page's own engine
 * loads.
 *
 * @module
 */

import { Hono } from "hono";
import { listFiles, serveFile } from "../http/static_files.ts";

/**
 * Creates routes for the files in `static/` and the models in `models/`, as
 * they are there now.
 *
 * @param top URL of the directory that holds both.
 * @throws {Deno.errors.NotFound} if one is missing.
 */
export function files(top: URL): Hono {
  const app = new Hono();
  const pages = new URL("static/", top);
  for (const path of listFiles(pages)) {
    const route = path === "index.html" ? "/" : `/${path}`;
    app.get(route, serveFile(new URL(path, pages)));
  }
  const models = new URL("models/", top);
  for (const path of listFiles(models)) {
    if (!path.endsWith(".safetensors")) continue;
    app.get(`/models/${path}`, serveFile(new URL(path, models)));
  }
  return app;
}
