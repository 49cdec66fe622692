/**
 * Curves of any number of steps in a bounded number of points: the least, the
 * greatest and the mean of buckets of steps. What sticks out stays visible,
 * which it would not if only every n-th step were kept.
 *
 * It does NOT smooth: the page does (page/smooth.ts).
 *
 * @module
 */

import type { Curves, LossCurve, Value } from "./run_data.ts";

/** Buckets at most, unless told otherwise: about one a pixel of a chart. */
const MOST_BUCKETS = 600;

/** Digits that are kept of a value: more than a chart can show. */
const DIGITS = 5;

/** The values of one loss in one bucket. */
interface Spread {
  low: number;
  high: number;
  sum: number;
  count: number;
}

/** Some steps in a row. */
interface Bucket {
  step: number;
  seconds: Value;
  readonly losses: Map<string, Spread>;
}

/**
 * Takes steps in one by one and keeps curves of them. When there are too many
 * buckets, each two neighbours become one.
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
   * Begins with no steps.
   *
   * @param most Buckets at most, at least 2.
   * @throws {RangeError} If it is less.
   */
  constructor(most: number = MOST_BUCKETS) {
    if (!(most >= 2)) {
      throw new RangeError(`${most} buckets at most, expected 2 or more`);
    }
    this.#most = most;
  }

  /**
   * Takes one step in. Steps come in order; a step may come again, to add
   * values of another name.
   *
   * @param step From 1.
   * @param seconds Of training until then; null if not known.
   * @param losses By name; what is not finite is left out.
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

  /** Puts a bucket behind the others, or into the last if that spans its steps. */
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
