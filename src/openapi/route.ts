/**
 * `GET /openapi.json`: what the service accepts and answers, for machines.
 *
 * @module
 */

import type { Handler } from "hono";
import { jsonAnswer } from "../http/json_answer.ts";
import { once } from "../once.ts";

/** A handler that answers with the OpenAPI document, made at the first request. */
export function openApi(): Handler {
  const load = once(async () => {
    const { DOCUMENT } = await import("./document.ts");
    return DOCUMENT;
  });
  return async (c) =>
    jsonAnswer(c, await load(), 200, { "Cache-Control": "no-cache" });
}
