/**
 * Sends requests to the page's server, and explains failures to people.
 *
 * This is not a retry policy: the caller knows whether a retry makes sense, and
 * `retryAfter` says when.
 *
 * @module
 */

import { REQUEST } from "../texts/request.ts";

/** What went wrong, by what can be done about it. */
export type FailureKind = "unreachable" | "busy" | "refused" | "unreadable";

/** A request without a usable answer. */
export class RequestError extends Error {
  /** What went wrong. */
  readonly kind: FailureKind;
  /** Seconds to wait as requested by the server, or null if it did not say. */
  readonly retryAfter: number | null;

  /**
   * Creates an error for a failed request.
   *
   * @param kind What went wrong.
   * @param message Details for the console.
   * @param options The seconds to wait, and the cause.
   */
  constructor(
    kind: FailureKind,
    message: string,
    options: { retryAfter?: number | null; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "RequestError";
    this.kind = kind;
    this.retryAfter = options.retryAfter ?? null;
  }
}

/** The part of `fetch` that the page needs; tests supply their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Requests JSON and parses it.
 *
 * @param fetch Sends the request.
 * @param url The URL.
 * @param init Method, headers, body, signal.
 * @param parse Turns the JSON into a typed value, or throws.
 * @returns The parsed value.
 * @throws {RequestError} If the server cannot be reached, refuses, or its
 *   answer does not parse.
 * @throws {DOMException} Named AbortError, if the signal was aborted.
 */
export async function requestJson<T>(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  parse: (json: unknown) => T,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new RequestError("unreachable", `${url} could not be reached`, {
      cause,
    });
  }
  if (!response.ok) throw await refusal(url, response);
  try {
    return parse(await response.json());
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new RequestError(
      "unreadable",
      `${url} sent an unexpected answer: ${String(cause)}`,
      { cause },
    );
  }
}

/**
 * Explains a failure to people.
 *
 * @param error The error thrown.
 * @param online Whether the device believes it has a network.
 * @returns One or two sentences without jargon.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { failureText, RequestError } from "./request.ts";
 *
 * const error = new RequestError("busy", "429", { retryAfter: 3 });
 * assert.equal(failureText(error, true), "The server is busy. Trying again in 3 seconds.");
 * ```
 */
export function failureText(error: unknown, online: boolean): string {
  if (!(error instanceof RequestError)) return REQUEST.bug;
  switch (error.kind) {
    case "unreachable":
      return online ? REQUEST.unreachable : REQUEST.offline;
    case "busy":
      return REQUEST.busy(secondsToWait(error));
    case "refused":
      return REQUEST.refused(error.message);
    case "unreadable":
      return REQUEST.unreadable;
  }
}

/**
 * When to retry automatically.
 *
 * @param error The error thrown.
 * @returns Seconds from now, or null if a retry would fail the same way.
 */
export function retryDelay(error: unknown): number | null {
  if (!(error instanceof RequestError)) return null;
  return error.kind === "unreachable" || error.kind === "busy"
    ? secondsToWait(error)
    : null;
}

/**
 * Between 2 and 60 seconds: what the server asks for, within what a person
 * waits for.
 */
function secondsToWait(error: RequestError): number {
  return Math.min(60, Math.max(2, error.retryAfter ?? 3));
}

/**
 * The error for a response that is not a success; its text is the problem's
 * detail (RFC 9457) if present.
 */
async function refusal(url: string, response: Response): Promise<RequestError> {
  const busy = response.status === 429 || response.status === 503;
  const seconds = Number(response.headers.get("retry-after") ?? "x");
  const problem: unknown = await response.json().catch(() => null);
  const detail =
    typeof problem === "object" && problem !== null && "detail" in problem
      ? problem.detail
      : null;
  return new RequestError(
    busy ? "busy" : "refused",
    typeof detail === "string" ? detail : `${url} answered ${response.status}`,
    { retryAfter: Number.isFinite(seconds) ? seconds : null },
  );
}
