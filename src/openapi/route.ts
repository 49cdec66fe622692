/**
 * `GET /openapi.json`: what the service accepts and answers, for machines.
 *
 * @module
 */

import type { Context } from "hono";
import { jsonAnswer } from "../http/json_answer.ts";
import { queryOf, readQuery } from "../http/query.ts";
import { DOCUMENT } from "./document.ts";

/** Answers with the OpenAPI document. */
export function openApi(c: Context): Response {
  readQuery(queryOf(c), {});
  return jsonAnswer(c, DOCUMENT, 200, { "Cache-Control": "no-cache" });
}
