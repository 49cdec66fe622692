/**
 * JSON answers with a `Content-Length`, which the metrics count.
 *
 * @module
 */

import type { Context } from "hono";
import type { RefusalStatus } from "./status.ts";

/**
 * An answer in JSON, with the headers that are set on its context.
 *
 * @param c The request's context.
 * @param value Any value that JSON can represent.
 * @param status The HTTP status.
 * @param headers More headers; they may name another media type.
 */
export function jsonAnswer(
  c: Context,
  value: unknown,
  status: 200 | RefusalStatus = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return c.body(body, status, {
    "Content-Type": "application/json",
    "Content-Length": String(body.length),
    ...headers,
  });
}
