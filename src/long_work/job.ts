/**
 * A request and its answer as messages between threads.
 *
 * @module
 */

import type { Context } from "hono";
import { type Observed, observedOf } from "../http/observed.ts";
import { searchOf } from "../http/query.ts";

/** A request. */
export interface Job {
  /**
   * Its path and query. The whole URL may be invalid, because `Host` can be
   * anything.
   */
  readonly path: string;
  /** Whether it has a body. */
  readonly method: "GET" | "POST";
  /** The headers that decide its answer. */
  readonly headers: readonly (readonly [string, string])[];
  /** Its body. */
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** The answer to a request. */
export interface Reply {
  /** Its status. */
  readonly status: number;
  /** Its headers. */
  readonly headers: readonly (readonly [string, string])[];
  /** Its body. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** The handler's report for the metrics. */
  readonly observed: Observed;
  /** The stack of an unexpected error. */
  readonly error?: string;
}

/** The headers that decide an answer. */
const HEADERS = [
  "Accept",
  "Content-Type",
  "If-None-Match",
  "Inference-Header-Content-Length",
];

/**
 * The request as a message.
 *
 * @param c Its context.
 * @param body Its body, null if it has none.
 */
export function jobOf(
  c: Context,
  body: Uint8Array<ArrayBuffer> | null,
): Job {
  const { req } = c;
  const headers = HEADERS.flatMap((name) => {
    const value = req.header(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  // HEAD is answered like GET; the outer application drops the body.
  const method = body === null ? "GET" : "POST";
  return { path: req.path + searchOf(c), method, headers, body };
}

/**
 * The answer of a message, with the headers that are set on the context.
 *
 * @param c The request's context; its report for the metrics is filled in.
 * @param reply The message.
 */
export function responseOf(
  c: Context,
  { status, headers, body, observed }: Reply,
): Response {
  Object.assign(observedOf(c), observed);
  // A 304 has no body, not even an empty one.
  const init = {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  };
  return c.newResponse(
    body.length === 0 ? null : body,
    new Response(null, init),
  );
}
