/**
 * Decides which of a run's generators to keep, and whether a run has collapsed.
 *
 * The rule: of all healthy checkups, the generator with the least Fréchet
 * distance on validation images is the run's result. A run that stops being
 * healthy goes back to its last healthy networks, a few times at most.
 *
 * @module
 */

import type { CheckupMeasures } from "./checkup.ts";

/** Minimum label agreement, by the judge, of each single digit. */
export const LEAST_AGREEMENT = 0.8;

/** Minimum coverage, as a share of the best so far. */
export const LEAST_COVERAGE_SHARE = 0.6;

/** How many times a run may go back to healthy networks. */
export const MOST_ROLLBACKS = 3;

/** What follows from a checkup. */
export interface Verdict {
  /** This generator is the best so far. */
  readonly best: boolean;
  /** What is wrong with it; absent if it is healthy. */
  readonly complaint?: string;
  /** Go on from the last healthy networks. */
  readonly rollBack: boolean;
}

/** Follows a run's checkups. */
export class Choice {
  /** Step of the best generator; 0 as long as there is none. */
  bestStep = 0;
  /** Step of the last healthy checkup; 0 as long as there is none. */
  healthyStep = 0;
  /** Rollbacks so far. */
  rollbacks = 0;
  #leastDistance = Infinity;
  #mostCoverage = 0;
  #lossSum = 0;
  #lossCount = 0;
  readonly #leastLoss: number;

  /**
   * Starts before the first checkup.
   *
   * @param leastLoss Least mean of the discriminator's loss: below it, the
   *   discriminator has won. By default, there is none.
   */
  constructor(leastLoss = -Infinity) {
    this.#leastLoss = leastLoss;
  }

  /** Records the discriminator's loss of a step. */
  addLoss(loss: number): void {
    // Single precision, as in a checkpoint, so that resuming is exact.
    this.#lossSum = Math.fround(this.#lossSum + loss);
    this.#lossCount++;
  }

  /**
   * Judges a checkup, and starts collecting losses for the next one.
   *
   * @param step Steps done.
   */
  judge(step: number, measures: CheckupMeasures): Verdict {
    const loss = this.#lossSum / Math.max(1, this.#lossCount);
    this.#lossSum = this.#lossCount = 0;
    const complaint = this.#complaint(measures, loss);
    if (complaint !== undefined) {
      const rollBack = this.healthyStep > 0 && this.rollbacks < MOST_ROLLBACKS;
      if (rollBack) this.rollbacks++;
      return { best: false, complaint, rollBack };
    }
    this.healthyStep = step;
    this.#mostCoverage = Math.max(this.#mostCoverage, measures.coverage);
    const best = measures.frechet_distance < this.#leastDistance;
    if (best) {
      this.bestStep = step;
      this.#leastDistance = measures.frechet_distance;
    }
    return { best, rollBack: false };
  }

  #complaint(
    { least_agreement, coverage }: CheckupMeasures,
    loss: number,
  ): string | undefined {
    if (!(least_agreement >= LEAST_AGREEMENT)) {
      return `${percent(least_agreement)} of some digit are read as it, ` +
        `expected ${percent(LEAST_AGREEMENT)}`;
    }
    const least = LEAST_COVERAGE_SHARE * this.#mostCoverage;
    if (!(coverage >= least)) {
      return `the coverage is ${percent(coverage)}, expected ${percent(least)}`;
    }
    if (!(loss >= this.#leastLoss)) {
      return `the discriminator's loss is ${loss.toFixed(3)}, ` +
        `expected ${this.#leastLoss}`;
    }
    return undefined;
  }

  /** All that the next verdict depends on. */
  state(): Float32Array {
    return Float32Array.of(
      this.bestStep,
      this.healthyStep,
      this.rollbacks,
      this.#leastDistance,
      this.#mostCoverage,
      this.#lossSum,
      this.#lossCount,
    );
  }

  /** Restores what {@linkcode state} returned. @throws {TypeError} if it does not fit. */
  restore(state: Float32Array | undefined): void {
    if (state?.length !== this.state().length) {
      throw new TypeError("the checkpoint does not hold the run's choice");
    }
    this.bestStep = state[0]!;
    this.healthyStep = state[1]!;
    this.rollbacks = state[2]!;
    this.#leastDistance = state[3]!;
    this.#mostCoverage = state[4]!;
    this.#lossSum = state[5]!;
    this.#lossCount = state[6]!;
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
