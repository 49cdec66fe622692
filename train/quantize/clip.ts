/**
 * Chooses the range of an activation that its 7-bit codes span.
 *
 * @module
 */

import { CODE_MAX } from "../../src/network/arithmetic.ts";

/** Bins of a histogram. */
const BINS = 4096;

/** Candidates tried, from a hundredth of the largest value to all of it. */
const CANDIDATES = 100;

/** How often values from 0 to a largest value were seen. */
export class ActivationHistogram {
  /** The largest value that is counted in a bin of its own. */
  readonly largest: number;
  readonly #counts = new Float64Array(BINS);

  /**
   * Begins with nothing counted.
   *
   * @param largest The largest value that will be added.
   */
  constructor(largest: number) {
    this.largest = largest;
  }

  /** Counts values; those not above 0 cost no precision and are passed over. */
  add(values: Float32Array): void {
    const scale = BINS / this.largest;
    for (const value of values) {
      if (value > 0) {
        this.#counts[Math.min(BINS - 1, Math.floor(value * scale))]!++;
      }
    }
  }

  /**
   * The upper end that makes the mean squared error smallest: a lower one
   * rounds more finely and cuts more off (Banner et al. 2019, arXiv
   * 1810.05723, of which this is the measured instead of the analytic form).
   *
   * @returns More than 0; 1 if nothing above 0 was counted.
   */
  bestUpperEnd(): number {
    if (!(this.largest > 0)) return 1;
    let best = this.largest;
    let leastError = Infinity;
    for (let candidate = 1; candidate <= CANDIDATES; candidate++) {
      const end = this.largest * candidate / CANDIDATES;
      const error = this.#squaredError(end);
      if (error < leastError) {
        leastError = error;
        best = end;
      }
    }
    return best;
  }

  #squaredError(end: number): number {
    // A value rounded to the nearest of evenly spaced codes is off by step^2 / 12
    // in the mean square.
    const rounding = (end / CODE_MAX) ** 2 / 12;
    const width = this.largest / BINS;
    return this.#counts.reduce((sum, count, bin) => {
      const value = (bin + 0.5) * width;
      return sum + count * (value > end ? (value - end) ** 2 : rounding);
    }, 0);
  }
}
