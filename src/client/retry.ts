/**
 * Retries requests when the service asks for it.
 *
 * @module
 */

/** How often to retry, and how long to wait. */
export interface RetryPolicy {
  /** The most retries of a request. */
  readonly retries: number;
  /** The longest wait before a retry, in milliseconds. */
  readonly maxWait: number;
}

/** Statuses after which a later try may succeed. */
const BUSY: readonly number[] = [429, 503];

/** The first wait in milliseconds if the service does not name one. */
const FIRST_WAIT = 500;

/**
 * Reads `Retry-After`.
 *
 * @param response An answer.
 * @param now Milliseconds since 1970.
 * @returns Seconds from now, or null if there is no such header.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { retryAfter } from "./retry.ts";
 *
 * const headers = { "Retry-After": "Thu, 01 Jan 1970 00:01:00 GMT" };
 * assert.equal(retryAfter(new Response(null, { headers }), 45_000), 15);
 * ```
 */
export function retryAfter(
  { headers }: Response,
  now: number = Date.now(),
): number | null {
  const text = headers.get("Retry-After")?.trim();
  if (!text) return null;
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : (Date.parse(text) - now) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

/**
 * Sends a request until its answer is not 429 or 503, the retries are used up,
 * or the service asks for a longer wait than allowed.
 *
 * @param send Sends the request.
 * @param policy How often to retry, and how long to wait.
 * @param signal Ends the waiting.
 * @returns The last answer, its body not read.
 * @throws What `send` throws, and the signal's reason.
 */
export async function retrying(
  send: () => Promise<Response>,
  { retries, maxWait }: RetryPolicy,
  signal?: AbortSignal,
): Promise<Response> {
  for (let tries = 0;; tries++) {
    const response = await send();
    if (tries >= retries || !BUSY.includes(response.status)) return response;
    const seconds = retryAfter(response);
    const wait = seconds === null ? FIRST_WAIT * 2 ** tries : 1000 * seconds;
    if (wait > maxWait) return response;
    await response.body?.cancel();
    await sleep(wait, signal);
  }
}

/** Waits, or rejects with the signal's reason. */
function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
