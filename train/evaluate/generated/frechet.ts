/**
 * Fréchet distance between two sets of points, each taken for a normal
 * distribution (Heusel et al. 2017, arXiv 1706.08500; the features here are a
 * digit judge's, not Inception's, so the numbers are not comparable).
 *
 * @module
 */

import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { FeatureSet } from "./feature_set.ts";

/** Mean and covariance of some points. */
export interface Moments {
  /** `width` numbers. */
  readonly mean: Float64Array;
  /** `width` x `width`, symmetric. */
  readonly covariance: Matrix;
}

/** Moments of real points, prepared for many comparisons. */
export interface PreparedMoments extends Moments {
  /** The covariance's symmetric square root. */
  readonly root: Matrix;
}

/**
 * Measures mean and covariance (divided by one less than the points).
 *
 * @throws {RangeError} if there are fewer than two points.
 */
export function momentsOf({ values, width, count }: FeatureSet): Moments {
  if (count < 2) throw new RangeError(`moments of ${count} points`);
  const mean = new Float64Array(width);
  for (let at = 0; at < values.length; at++) mean[at % width]! += values[at]!;
  for (let k = 0; k < width; k++) mean[k]! /= count;
  const products = new Float64Array(width * width);
  const centred = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < width; k++) {
      centred[k] = values[i * width + k]! - mean[k]!;
    }
    for (let k = 0; k < width; k++) {
      const factor = centred[k]!;
      if (factor === 0) continue;
      const row = k * width;
      for (let l = k; l < width; l++) {
        products[row + l]! += factor * centred[l]!;
      }
    }
  }
  const covariance = Matrix.zeros(width, width);
  for (let k = 0; k < width; k++) {
    for (let l = k; l < width; l++) {
      const value = products[k * width + l]! / (count - 1);
      covariance.set(k, l, value);
      covariance.set(l, k, value);
    }
  }
  return { mean, covariance };
}

/** Adds the covariance's square root, the costly half of a comparison. */
export function prepareMoments(moments: Moments): PreparedMoments {
  const { eigenvectorMatrix: vectors, realEigenvalues } =
    new EigenvalueDecomposition(moments.covariance, { assumeSymmetric: true });
  const scaled = vectors.clone();
  // Rounding makes eigenvalues of 0 slightly negative.
  realEigenvalues.forEach((value, k) =>
    scaled.mulColumn(k, Math.sqrt(Math.max(0, value)))
  );
  return { ...moments, root: scaled.mmul(vectors.transpose()) };
}

/**
 * `|m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2))`.
 *
 * @param real Of real points.
 * @param generated Of generated points, of the same width.
 * @returns At least 0; in units of the features, squared.
 */
export function frechetDistance(
  real: PreparedMoments,
  generated: Moments,
): number {
  const between = real.mean.reduce(
    (sum, value, k) => sum + (value - generated.mean[k]!) ** 2,
    0,
  );
  // The eigenvalues of C1 C2 are those of the symmetric C1^(1/2) C2 C1^(1/2).
  const product = real.root.mmul(generated.covariance).mmul(real.root);
  const symmetric = Matrix.add(product, product.transpose()).mul(0.5);
  const { realEigenvalues } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  const root = realEigenvalues.reduce(
    (sum, value) => sum + Math.sqrt(Math.max(0, value)),
    0,
  );
  const spread = real.covariance.trace() + generated.covariance.trace();
  return Math.max(0, between + spread - 2 * root);
}
