/**
 * `GET /openapi.json`: what the service accepts and answers, for machines.
 *
 * @module
 */

import type { Handler } from "hono";
import { once } from "../once.ts";

/** A handler that answers with the OpenAPI document, made at the first request. */
export function openApi(): Handler {
  const load = once(async () => {
    const { DOCUMENT } = await import("./document.ts");
    return JSON.stringify(DOCUMENT);
  });
  return async (c) =>
    c.body(await load(), 200, {
      "Content-Type": "application/json",
      "Cache-Control": "no-cache",
    });
}
