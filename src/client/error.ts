/**
 * The errors that the client throws, besides an aborted signal's reason.
 *
 * @module
 */

import { PROBLEM, type ProblemJson } from "../contract/problem.ts";

/**
 * The service refused a request, or was still busy after the last retry.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createClient, RefusalError } from "@inkling/inkling/client";
 *
 * // Stands for a service, for this example.
 * const fetch = () =>
 *   Promise.resolve(Response.json({
 *     type: "about:blank",
 *     title: "Unprocessable Content",
 *     status: 422,
 *     detail: "/strokes has 0 points, expected 1 to 4096",
 *     errors: [{ pointer: "/strokes", detail: "has 0 points, expected 1 to 4096" }],
 *   }, { status: 422 }));
 * const inkling = createClient("http://localhost:8000", { fetch });
 *
 * try {
 *   await inkling.recognize({ strokes: [] });
 * } catch (error) {
 *   assert.ok(error instanceof RefusalError);
 *   assert.equal(error.status, 422);
 *   assert.equal(error.fields[0]?.pointer, "/strokes");
 * }
 * ```
 */
export class RefusalError extends Error {
  /** Name of the class. */
  override readonly name = "RefusalError";
  /** The HTTP status: 400 to 599. */
  readonly status: number;
  /** The status in words. */
  readonly title: string;
  /** The fields at fault, as JSON pointers into the body or into `/query`. */
  readonly fields: NonNullable<ProblemJson["errors"]>;
  /** The request's id in the service's log, or null. */
  readonly requestId: string | null;
  /** Seconds to wait before another try, or null if the service named none. */
  readonly retryAfter: number | null;

  /**
   * Creates the error.
   *
   * @param problem What the service answered.
   * @param requestId The answer's `X-Request-Id`.
   * @param retryAfter The answer's `Retry-After` in seconds.
   */
  constructor(
    problem: ProblemJson,
    requestId: string | null = null,
    retryAfter: number | null = null,
  ) {
    super(problem.detail);
    this.status = problem.status;
    this.title = problem.title;
    this.fields = problem.errors ?? [];
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }
}

/** The service cannot be reached; `cause` is what `fetch` threw. */
export class UnreachableError extends Error {
  /** Name of the class. */
  override readonly name = "UnreachableError";
}

/** The service's answer has a shape that this client does not expect. */
export class AnswerError extends Error {
  /** Name of the class. */
  override readonly name = "AnswerError";
}

/**
 * The error for an unsuccessful answer. If a proxy in front of the service
 * refused without problem details, the error has only the status.
 *
 * @param response The answer, its body not yet read.
 * @param retryAfter Its `Retry-After` in seconds, or null.
 */
export async function refusalOf(
  response: Response,
  retryAfter: number | null,
): Promise<RefusalError> {
  const { status, statusText, headers, url } = response;
  const problem = await response.json().then(readProblem)
    .catch(() => ({
      type: "about:blank",
      title: statusText,
      status,
      detail: `${url} answered ${status} ${statusText}`.trimEnd(),
    }));
  return new RefusalError(problem, headers.get("X-Request-Id"), retryAfter);
}

/** Parses problem details, ignoring unknown members as RFC 9457 requires. */
function readProblem(json: ProblemJson): ProblemJson {
  const { type, title, status, detail, errors = null } = json;
  return PROBLEM.read({ type, title, status, detail, errors }, "");
}
