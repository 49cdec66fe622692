/**
 * The best way to divide a row of pieces into digits.
 *
 * Every run of neighbouring pieces that may be one digit is a segment with a
 * score; a reading is a chain of segments from the first piece to the last,
 * and the best one has the greatest sum of scores (Viterbi's algorithm).
 *
 * @module
 */

/** Neighbouring pieces read as one digit, or skipped as a mark. */
export interface Segment {
  /** The first piece. */
  readonly from: number;
  /** The piece after the last. */
  readonly to: number;
  /** Log-likelihood: higher is likelier. */
  readonly score: number;
}

/**
 * Finds the best chain of segments.
 *
 * @param count Pieces in the row.
 * @param segments Candidates; `from < to <= count` for each.
 * @returns The chain, in order; empty if no chain leads from the first to the
 * last.
 *
 * @example
 * ```ts
 * import { bestChain } from "./lattice.ts";
 * import assert from "node:assert/strict";
 *
 * const apart = [{ from: 0, to: 1, score: -1 }, { from: 1, to: 2, score: -1 }];
 * const joined = { from: 0, to: 2, score: -1.5 };
 * assert.deepEqual(bestChain(2, [...apart, joined]), [joined]);
 * ```
 */
export function bestChain<S extends Segment>(
  count: number,
  segments: readonly S[],
): S[] {
  const best = new Float64Array(count + 1).fill(-Infinity);
  const last: (S | undefined)[] = new Array(count + 1);
  best[0] = 0;
  for (const segment of segments.toSorted((a, b) => a.to - b.to)) {
    const score = best[segment.from]! + segment.score;
    if (score <= best[segment.to]!) continue;
    best[segment.to] = score;
    last[segment.to] = segment;
  }
  const chain: S[] = [];
  for (let at = count; at > 0;) {
    const segment = last[at];
    if (segment === undefined) return [];
    chain.push(segment);
    at = segment.from;
  }
  return chain.reverse();
}
