/**
 * Long requests are answered in another thread, so that short ones need not
 * wait for them.
 *
 * @module
 */

import type { Context } from "hono";

/**
 * Answers a request away from the thread that serves.
 *
 * @param c The request's context.
 * @param body The request's body, which is not used afterwards; null if it has
 *   none.
 * @throws {Problem} 503 if too many requests wait already, or it takes too long.
 */
export type AnswerElsewhere = (
  c: Context,
  body: Uint8Array<ArrayBuffer> | null,
) => Promise<Response>;

/** Thrown by a handler that finds out that a request would take long. */
export class LongWork extends Error {
  /** Name of the class. */
  override readonly name = "LongWork";

  /**
   * Makes the error.
   *
   * @param body The request's body.
   */
  constructor(readonly body: Uint8Array<ArrayBuffer>) {
    super("The request takes long");
  }
}

/** The longest body that is parsed in the serving thread, in bytes. */
export const SHORT_BODY = 1 << 16;

/** The most pixels that are decoded there, over all pictures of a request. */
export const SHORT_PICTURE = 300_000;

/** The most digits that are generated there. */
export const SHORT_SAMPLE = 12;
