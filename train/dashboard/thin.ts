/**
 * Reduces curves of any number of steps to a bounded number of points: the
 * minimum, maximum and mean of buckets of steps. Outliers stay visible, which
 * keeping every n-th step would not ensure.
 *
 * It does not smooth: the page does (page/smooth.ts).
 *
 * @module
 */

import type { Curves, LossCurve, Value } from "./run_data.ts";

/** Default maximum of buckets: about one per pixel of a chart. */
const MOST_BUCKETS = 600;

/** Significant digits to keep: more than a chart can show. */
const DIGITS = 5;

/** The values of one loss in one bucket. */
interface Spread {
  low: number;
  high: number;
  sum: number;
  count: number;
}

/** Consecutive steps. */
interface Bucket {
  step: number;
  seconds: Value;
  readonly losses: Map<string, Spread>;
}

/**
 * Builds curves step by step. When there are too many buckets, neighbours merge
 * in pairs.
 *
 * @example
 * ```ts
 * import { Thinner } from "./thin.ts";
 * import assert from "node:assert/strict";
 *
 * const thinner = new Thinner(2);
 * for (const [i, loss] of [4, 2, 1].entries()) thinner.add(i + 1, i, { loss });
 * assert.deepEqual(thinner.curves(), {
 *   width: 2,
 *   steps: [2, 3],
 *   seconds: [1, 2],
 *   losses: { loss: { low: [2, 1], high: [4, 1], mean: [3, 1] } },
 * });
 * ```
 */
export class Thinner {
  readonly #most: number;
  readonly #names = new Set<string>();
  #width = 1;
  #buckets: Bucket[] = [];

  /**
   * Starts with no steps.
   *
   * @param most Maximum number of buckets, at least 2.
   * @throws {RangeError} If it is less.
   */
  constructor(most: number = MOST_BUCKETS) {
    if (!(most >= 2)) {
      throw new RangeError(`${most} buckets at most, expected 2 or more`);
    }
    this.#most = most;
  }

  /**
   * Adds one step. Steps come in order; a step may be repeated, to add values
   * of other names.
   *
   * @param step From 1.
   * @param seconds Of training until then; null if unknown.
   * @param losses By name; non-finite values are omitted.
   */
  add(
    step: number,
    seconds: Value,
    losses: Readonly<Record<string, number>>,
  ): void {
    const bucket: Bucket = { step, seconds, losses: new Map() };
    for (const [name, value] of Object.entries(losses)) {
      if (!Number.isFinite(value)) continue;
      this.#names.add(name);
      bucket.losses.set(name, {
        low: value,
        high: value,
        sum: value,
        count: 1,
      });
    }
    this.#put(bucket);
    while (this.#buckets.length > this.#most) this.#widen();
  }

  /** The curves so far. */
  curves(): Curves {
    const losses: Record<string, LossCurve> = {};
    for (const name of this.#names) {
      const of = (value: (spread: Spread) => number): Value[] =>
        this.#buckets.map(({ losses }) => {
          const spread = losses.get(name);
          return spread ? rounded(value(spread)) : null;
        });
      losses[name] = {
        low: of(({ low }) => low),
        high: of(({ high }) => high),
        mean: of(({ sum, count }) => sum / count),
      };
    }
    return {
      width: this.#width,
      steps: this.#buckets.map(({ step }) => step),
      seconds: this.#buckets.map(({ seconds }) => seconds),
      losses,
    };
  }

  /**
   * Appends a bucket, or merges it into the last one if that spans its steps.
   */
  #put(bucket: Bucket): void {
    const last = this.#buckets.at(-1);
    if (last && this.#place(last) === this.#place(bucket)) {
      merge(last, bucket);
    } else {
      this.#buckets.push(bucket);
    }
  }

  #widen(): void {
    this.#width *= 2;
    const narrow = this.#buckets;
    this.#buckets = [];
    for (const bucket of narrow) this.#put(bucket);
  }

  #place({ step }: Bucket): number {
    return Math.floor((step - 1) / this.#width);
  }
}

function merge(into: Bucket, next: Bucket): void {
  into.step = next.step;
  into.seconds = next.seconds ?? into.seconds;
  for (const [name, spread] of next.losses) {
    const before = into.losses.get(name);
    if (!before) {
      into.losses.set(name, spread);
      continue;
    }
    before.low = Math.min(before.low, spread.low);
    before.high = Math.max(before.high, spread.high);
    before.sum += spread.sum;
    before.count += spread.count;
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
