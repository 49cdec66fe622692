/**
 * Sends requests to the service.
 *
 * @module
 */

import { refusalOf, UnreachableError } from "./error.ts";
import { retryAfter, retrying, type RetryPolicy } from "./retry.ts";

/** The part of `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How to send requests. */
export interface SenderOptions extends Partial<RetryPolicy> {
  /**
   * The most retries of a request that was answered with 429 or 503.
   * @default {3}
   */
  readonly retries?: number;
  /**
   * The longest wait before a retry, in milliseconds. If `Retry-After` is
   * longer, the refusal is thrown at once.
   * @default {30000}
   */
  readonly maxWait?: number;
  /** Headers of every request, such as `Authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Sends a request.
   * @default fetch
   */
  readonly fetch?: Fetch;
}

/**
 * Sends a request to a path below the service's URL and returns the answer if
 * it succeeded.
 *
 * @throws {RefusalError} if it did not.
 * @throws {UnreachableError} if there is no answer.
 */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

/**
 * Creates a sender.
 *
 * @param url The service's URL.
 * @param options How to send requests.
 */
export function createSender(
  url: string | URL,
  options: SenderOptions,
): Send {
  const { retries = 3, maxWait = 30_000, headers = {} } = options;
  // Looked up for each request, because a page may replace it. Called without a
  // receiver, because browsers accept only the window as one.
  const send: Fetch = options.fetch ?? ((url, init) => fetch(url, init));
  const base = new URL(url);
  if (!base.pathname.endsWith("/")) base.pathname += "/";

  async function attempt(url: string, init: RequestInit): Promise<Response> {
    try {
      return await send(url, init);
    } catch (cause) {
      if (init.signal?.aborted) throw init.signal.reason;
      throw new UnreachableError(`${url} cannot be reached`, { cause });
    }
  }

  return async (path, init) => {
    const target = new URL(path, base).href;
    const request = { ...init, headers: { ...headers, ...init.headers } };
    const response = await retrying(
      () => attempt(target, request),
      { retries, maxWait },
      init.signal ?? undefined,
    );
    if (response.ok) return response;
    throw await refusalOf(response, retryAfter(response));
  };
}
