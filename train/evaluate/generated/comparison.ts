/**
 * Compares a set of digits with real ones on the judge's features, over all
 * digits and digit by digit.
 *
 * @module
 */

import { CLASSES } from "../../../src/network/numbers.ts";
import { type FeatureSet, ofDigit } from "./feature_set.ts";
import {
  frechetDistance,
  momentsOf,
  type PreparedMoments,
  prepareMoments,
} from "./frechet.ts";
import { agreement, type JudgedSet } from "./judge_features.ts";
import { type ManifoldMetrics, manifoldMetrics } from "./manifold.ts";
import { type Neighbourhood, neighbourhood } from "./neighbours.ts";

/** The neighbour that marks how far a point reaches. */
export const NEIGHBOUR = 5;

/** Measures of a set of digits on the judge's features. */
export interface FeatureMetrics extends ManifoldMetrics {
  /** Digits measured. */
  readonly images: number;
  /** See `frechetDistance`. */
  readonly frechetDistance: number;
  /** Share that the judge reads as labelled. */
  readonly labelAgreement: number;
}

/** The same over all digits and of each digit. */
export interface Comparison {
  /** Over all digits. */
  readonly all: FeatureMetrics;
  /** By digit, 0 to 9, each compared with the real images of the same digit. */
  readonly digits: readonly FeatureMetrics[];
}

/** Real points, prepared for comparisons. */
export interface Reference {
  /** The points. */
  readonly set: FeatureSet;
  /** Their mean and covariance. */
  readonly moments: PreparedMoments;
  /** Their distances among themselves. */
  readonly neighbours: Neighbourhood;
}

/** Compares sets of digits with one set of real ones. */
export class RealDigits {
  readonly #all: Reference;
  readonly #digits: readonly Reference[];

  private constructor(all: Reference, digits: readonly Reference[]) {
    this.#all = all;
    this.#digits = digits;
  }

  /**
   * Measures the real digits.
   *
   * @throws {RangeError} if a digit has no more than {@linkcode NEIGHBOUR} images.
   */
  static async of(real: FeatureSet): Promise<RealDigits> {
    const digits: Reference[] = [];
    for (let digit = 0; digit < CLASSES; digit++) {
      digits.push(await reference(ofDigit(real, digit)));
    }
    return new RealDigits(await reference(real), digits);
  }

  /**
   * Compares a set of digits.
   *
   * @throws {RangeError} as {@linkcode RealDigits.of}.
   */
  async compare(judged: JudgedSet): Promise<Comparison> {
    const digits: FeatureMetrics[] = [];
    for (const [digit, real] of this.#digits.entries()) {
      digits.push(await metricsOf(real, judgedOfDigit(judged, digit)));
    }
    return { all: await metricsOf(this.#all, judged), digits };
  }
}

/**
 * Prepares real points for comparisons.
 *
 * @throws {RangeError} if there are no more than {@linkcode NEIGHBOUR}.
 */
export async function reference(set: FeatureSet): Promise<Reference> {
  return {
    set,
    moments: prepareMoments(momentsOf(set)),
    neighbours: await neighbourhood(set, NEIGHBOUR),
  };
}

/**
 * Compares a set of digits with real points.
 *
 * @throws {RangeError} if there are no more than {@linkcode NEIGHBOUR}.
 */
export async function metricsOf(
  { set, moments, neighbours }: Reference,
  judged: JudgedSet,
): Promise<FeatureMetrics> {
  const own = await neighbourhood(judged, NEIGHBOUR);
  return {
    images: judged.count,
    labelAgreement: agreement(judged),
    frechetDistance: frechetDistance(moments, momentsOf(judged)),
    ...await manifoldMetrics(set, judged, neighbours, own, NEIGHBOUR),
  };
}

function judgedOfDigit(set: JudgedSet, digit: number): JudgedSet {
  return {
    ...ofDigit(set, digit),
    read: set.read.filter((_, i) => set.labels[i] === digit),
  };
}
