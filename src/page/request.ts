/**
 * Requests to the server the page came from, and what to tell people when one fails.
 *
 * It is NOT a retry policy: who asks knows whether asking again makes sense, and `retryAfter` says when.
 *
 * @module
 */

/** What went wrong, by what can be done about it. */
export type FailureKind = "unreachable" | "busy" | "refused" | "unreadable";

/** A request that brought no usable answer. */
export class RequestError extends Error {
  /** What went wrong. */
  readonly kind: FailureKind;
  /** Seconds that the server asks us to wait, or null if it did not say. */
  readonly retryAfter: number | null;

  /**
   * Tells what went wrong.
   *
   * @param kind What can be done about it.
   * @param message The details, for people who read consoles.
   * @param options The seconds to wait, and the error underneath.
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

/** The part of `fetch` that the page needs; tests bring their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Asks for JSON and reads it with a parser.
 *
 * @param fetch Sends the request.
 * @param url Where to.
 * @param init Method, headers, body, signal.
 * @param parse Turns the parsed JSON into a typed value, or throws.
 * @returns What the parser made of the answer.
 * @throws {RequestError} If the server cannot be reached, refuses, or answers something the parser does not take.
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
      `${url} answered something unexpected: ${String(cause)}`,
      { cause },
    );
  }
}

/**
 * What to tell people about a failure.
 *
 * @param error What was thrown.
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
  if (!(error instanceof RequestError)) {
    return "Something went wrong in this page. Reloading it should help.";
  }
  switch (error.kind) {
    case "unreachable":
      return online
        ? "The server cannot be reached. Trying again."
        : "You are offline. This goes on when the connection is back.";
    case "busy":
      return `The server is busy. Trying again in ${
        secondsToWait(error)
      } seconds.`;
    case "refused":
      return `The server did not take this: ${error.message}`;
    case "unreadable":
      return "The server answered something this page does not understand. Reloading it should help.";
  }
}

/**
 * When to ask again by itself.
 *
 * @param error What was thrown.
 * @returns Seconds from now, or null if asking again would bring the same failure.
 */
export function retryDelay(error: unknown): number | null {
  if (!(error instanceof RequestError)) return null;
  return error.kind === "unreachable" || error.kind === "busy"
    ? secondsToWait(error)
    : null;
}

/** Between 2 and 60 seconds: as long as the server asks, within what a person waits for. */
function secondsToWait(error: RequestError): number {
  return Math.min(60, Math.max(2, error.retryAfter ?? 3));
}

/** The error for an answer that is not a success; its text is the problem's detail (RFC 9457) where there is one. */
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
