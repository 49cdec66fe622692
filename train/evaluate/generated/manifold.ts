/**
 * How well two sets of points cover each other: precision and recall
 * (Kynkäänniemi et al. 2019, arXiv 1904.06991), density and coverage (Naeem et
 * al. 2020, arXiv 2002.09797), and the 1-nearest-neighbour two-sample test
 * (Lopez-Paz and Oquab 2017, arXiv 1610.06545; Xu et al. 2018, arXiv
 * 1806.07755).
 *
 * @module
 */

import { visitDistances } from "./distances.ts";
import type { FeatureSet } from "./feature_set.ts";
import type { Neighbourhood } from "./neighbours.ts";

/** Shares from 0 to 1, but for the density. */
export interface ManifoldMetrics {
  /** Generated points within reach of a real point: within its k-th neighbour. */
  readonly precision: number;
  /** Real points within reach of a generated point. */
  readonly recall: number;
  /** Real points that a generated point is in reach of, over k; 1 for equal distributions. */
  readonly density: number;
  /** Real points that have a generated point within their own reach. */
  readonly coverage: number;
  /** Points whose nearest neighbour is of their own set; 0.5 if the sets are alike. */
  readonly nearestNeighbourAccuracy: number;
}

/**
 * Compares generated points with real ones.
 *
 * @param realNeighbours Of the real points among themselves.
 * @param generatedNeighbours Of the generated points among themselves.
 * @param k The neighbour that both were found for.
 */
export async function manifoldMetrics(
  real: FeatureSet,
  generated: FeatureSet,
  realNeighbours: Neighbourhood,
  generatedNeighbours: Neighbourhood,
  k: number,
): Promise<ManifoldMetrics> {
  const covered = new Uint8Array(real.count);
  const recalled = new Uint8Array(real.count);
  const realNearest = new Float32Array(real.count).fill(Infinity);
  const reaches = new Uint32Array(generated.count);
  const generatedNearest = new Float32Array(generated.count).fill(Infinity);
  await visitDistances(generated, real, (row, from, squared) => {
    const reach = generatedNeighbours.kth[row]!;
    let nearest = generatedNearest[row]!;
    let within = 0;
    for (let j = 0; j < squared.length; j++) {
      const distance = squared[j]!;
      const at = from + j;
      if (distance <= realNeighbours.kth[at]!) {
        within++;
        covered[at] = 1;
      }
      if (distance <= reach) recalled[at] = 1;
      if (distance < nearest) nearest = distance;
      if (distance < realNearest[at]!) realNearest[at] = distance;
    }
    reaches[row]! += within;
    generatedNearest[row] = nearest;
  });
  const own = ownNearest(realNeighbours.nearest, realNearest) +
    ownNearest(generatedNeighbours.nearest, generatedNearest);
  return {
    precision: reaches.filter((n) => n > 0).length / generated.count,
    recall: sum(recalled) / real.count,
    density: sum(reaches) / (k * generated.count),
    coverage: sum(covered) / real.count,
    nearestNeighbourAccuracy: own / (real.count + generated.count),
  };
}

/** Points whose nearest neighbour in their own set is nearer than that in the other. */
function ownNearest(own: Float32Array, other: Float32Array): number {
  return own.reduce((n, distance, i) => n + (distance < other[i]! ? 1 : 0), 0);
}

function sum(values: Uint8Array | Uint32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
