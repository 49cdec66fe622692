/**
 * Refusals as RFC 9457 problem details.
 *
 * A Problem is meant for the client to read. Every other error is unexpected:
 * the client gets a bare 500.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9457 | RFC 9457}
 * @module
 */

import type { Context, ErrorHandler } from "hono";
import { jsonAnswer } from "./json_answer.ts";
import { type RefusalStatus, TITLES } from "./status.ts";

/** A field at fault and what is wrong with it. */
export interface FieldError {
  /**
   * JSON pointer (RFC 6901) into the body, such as `/inputs/3/pixels`, or into
   * `/query` and `/headers`.
   */
  readonly pointer: string;
  /** What was found and what was expected. */
  readonly detail: string;
}

/**
 * A refusal. Any code that handles a request may throw it; `app.onError`
 * answers it.
 */
export class Problem extends Error {
  /** The HTTP status. */
  readonly status: RefusalStatus;
  /** The fields at fault, or none. */
  readonly errors: readonly FieldError[];
  /** Headers that go with the refusal, such as `Allow`. */
  readonly headers: Readonly<Record<string, string>>;

  /**
   * Makes a refusal.
   *
   * @param status The HTTP status.
   * @param detail What was found and what was expected, for people to read.
   * @param options Fields at fault and headers, none by default; `cause` is
   * never shown to the client.
   */
  constructor(
    status: RefusalStatus,
    detail: string,
    options: {
      errors?: readonly FieldError[];
      headers?: Readonly<Record<string, string>>;
      cause?: unknown;
    } = {},
  ) {
    super(detail, "cause" in options ? { cause: options.cause } : undefined);
    this.name = "Problem";
    this.status = status;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}

/**
 * A refusal because of one field.
 *
 * @param status The HTTP status.
 * @param pointer JSON pointer to the field.
 * @param detail What was found and what was expected.
 */
export function fieldProblem(
  status: RefusalStatus,
  pointer: string,
  detail: string,
): Problem {
  const field = pointer === "" ? "The body" : pointer;
  return new Problem(status, `${field} ${detail}`, {
    errors: [{ pointer, detail }],
  });
}

/**
 * The answer to a refused request, with the headers that are set on its context.
 *
 * @param c The request's context.
 * @param problem Why it is refused.
 *
 * @example
 * ```ts
 * import { Hono } from "hono";
 * import { answerProblem, Problem } from "./problem.ts";
 * import assert from "node:assert/strict";
 *
 * const app = new Hono();
 * app.all("*", (c) => answerProblem(c, new Problem(404, "There is no /nowhere")));
 * const response = await app.request("/nowhere");
 * assert.equal(response.status, 404);
 * assert.deepEqual(await response.json(), {
 *   type: "about:blank",
 *   title: "Not Found",
 *   status: 404,
 *   detail: "There is no /nowhere",
 * });
 * ```
 */
export function answerProblem(c: Context, problem: Problem): Response {
  const { status, errors, headers } = problem;
  const body = {
    type: "about:blank",
    title: TITLES[status],
    status,
    detail: problem.message,
    ...(errors.length > 0 ? { errors } : {}),
  };
  return jsonAnswer(c, body, status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...headers,
  });
}

/**
 * An error handler for Hono: a Problem becomes its answer, anything else a bare
 * 500.
 *
 * @param onError Called with every unexpected error and the request's id.
 */
export function answerError(
  onError: (error: Error, requestId: string) => void,
): ErrorHandler {
  return (error, c) => {
    if (error instanceof Problem) return answerProblem(c, error);
    onError(error, c.get("requestId"));
    return answerProblem(c, new Problem(500, "The service failed to answer"));
  };
}

/**
 * Answers requests for unknown paths.
 *
 * It returns the answer because throwing from a not-found handler skips the
 * rest of the middleware that called it.
 */
export function notFound(c: Context): Response {
  const path = c.req.path.slice(0, 200).toWellFormed();
  return answerProblem(c, new Problem(404, `There is no ${path}`));
}
