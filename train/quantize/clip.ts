/**
 * Chooses the range of an activation that its 7-bit codes span.
 *
 * @module
 */

import { CODE_MAX } from "../../src/network/arithmetic.ts";

/** Bins of a histogram. */
const BINS = 4096;

/**
 * Candidates tried, from a hundredth of the largest value up to the largest
 * value.
 */
const CANDIDATES = 100;

/** Counts how often values from 0 to a largest value occur. */
export class ActivationHistogram {
  /** The upper end of the last bin. */
  readonly largest: number;
  readonly #counts = new Float64Array(BINS);

  /**
   * Starts with nothing counted.
   *
   * @param largest The largest value that will be added.
   */
  constructor(largest: number) {
    this.largest = largest;
  }

  /** Counts values. Values of 0 or less cost no precision and are skipped. */
  add(values: Float32Array): void {
    const scale = BINS / this.largest;
    for (const value of values) {
      if (value > 0) {
        this.#counts[Math.min(BINS - 1, Math.floor(value * scale))]!++;
      }
    }
  }

  /**
   * The upper end with the smallest mean squared error: a lower end rounds more
   * finely but cuts off more (Banner et al. 2019, arXiv 1810.05723; here
   * measured, not analytic).
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
    // Rounding to the nearest of evenly spaced codes has a mean squared error
    // of step^2 / 12.
    const rounding = (end / CODE_MAX) ** 2 / 12;
    const width = this.largest / BINS;
    return this.#counts.reduce((sum, count, bin) => {
      const value = (bin + 0.5) * width;
      return sum + count * (value > end ? (value - end) ** 2 : rounding);
    }, 0);
  }
}
