/**
 * Nearest neighbours within a set of points and between two sets.
 *
 * @module
 */

import { visitDistances } from "./distances.ts";
import type { FeatureSet } from "./feature_set.ts";

/** Squared distances from each point of a set to its neighbours in the same set. */
export interface Neighbourhood {
  /** To the nearest other point. */
  readonly nearest: Float32Array;
  /** To the k-th nearest other point. */
  readonly kth: Float32Array;
}

/**
 * Finds each point's nearest and k-th nearest other point of the same set.
 *
 * @param k From 1 to one less than there are points.
 * @throws {RangeError} if there are too few points.
 */
export async function neighbourhood(
  set: FeatureSet,
  k: number,
): Promise<Neighbourhood> {
  const { count } = set;
  if (k < 1 || k >= count) {
    throw new RangeError(`the ${k}-th neighbour of ${count} points`);
  }
  const best = new Float32Array(count * k).fill(Infinity);
  await visitDistances(set, set, (row, from, squared) => {
    const own = row - from;
    const mine = best.subarray(row * k, (row + 1) * k);
    for (let j = 0; j < squared.length; j++) {
      const distance = squared[j]!;
      if (distance >= mine[k - 1]! || j === own) continue;
      let place = k - 1;
      for (; place > 0 && mine[place - 1]! > distance; place--) {
        mine[place] = mine[place - 1]!;
      }
      mine[place] = distance;
    }
  });
  const column = (place: number): Float32Array =>
    Float32Array.from({ length: count }, (_, i) => best[i * k + place]!);
  return { nearest: column(0), kth: column(k - 1) };
}

/** The nearest point of another set, for each point of a set. */
export interface Nearest {
  /** Squared distance to it. */
  readonly squared: Float32Array;
  /** Its index; the first of equals. */
  readonly index: Uint32Array;
}

/** Finds the nearest point of `to` for each point of `from`. */
export async function nearestPoints(
  from: FeatureSet,
  to: FeatureSet,
): Promise<Nearest> {
  const nearest = new Float32Array(from.count).fill(Infinity);
  const index = new Uint32Array(from.count);
  await visitDistances(from, to, (row, first, squared) => {
    let least = nearest[row]!;
    for (let j = 0; j < squared.length; j++) {
      if (squared[j]! >= least) continue;
      least = squared[j]!;
      index[row] = first + j;
    }
    nearest[row] = least;
  });
  return { squared: nearest, index };
}
