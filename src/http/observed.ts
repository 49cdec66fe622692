/**
 * What a handler reports to the metrics.
 *
 * @module
 */

import type { Context } from "hono";

/** The part of an answer that is counted. */
export interface CountedAnswer {
  /** The digit's probability. */
  readonly confidence: number;
  /** Why it is rejected, if it is. */
  readonly reason?: string | null | undefined;
}

/** A handler's report about a request. */
export interface Observed {
  /** Bytes of the request's body that were read. */
  bytesIn: number;
  /** Bytes of the answer's body; 0 if a header has them. */
  bytesOut: number;
  /** The recognizer's answers. */
  answers: readonly CountedAnswer[];
}

/** Creates an empty report. */
export function createObserved(): Observed {
  return { bytesIn: 0, bytesOut: 0, answers: [] };
}

/**
 * Where a handler reports. An application within another gets the outer one's
 * report in its `env`.
 *
 * @param c The request's context.
 * @returns The request's report, or one that nobody reads.
 */
export function observedOf(c: Context): Observed {
  const { observed } = (c.env ?? {}) as { readonly observed?: Observed };
  return c.get("observed") ?? observed ?? createObserved();
}
