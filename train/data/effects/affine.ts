/**
 * Linear distortion: how a digit leans, turns and stretches. This file computes
 * only the matrix; warp.ts samples the image.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";
import type { Point } from "./centre.ts";

/** Side of the box that MNIST fits a digit's ink to, in pixels. */
const BOX = 20;

/** Ink below this does not count towards the box. */
const BOX_THRESHOLD = 0.2;

/** A 2x2 matrix `[[xx, xy], [yx, yy]]` that takes offsets (x, y). */
export interface Matrix {
  /** From x to x. */
  readonly xx: number;
  /** From y to x. */
  readonly xy: number;
  /** From x to y. */
  readonly yx: number;
  /** From y to y. */
  readonly yy: number;
}

/** The strength of a linear distortion. */
export interface AffineRanges {
  /** Degrees, either way. */
  readonly rotation: number;
  /** Sideways pixels per pixel of height, either way. */
  readonly shear: number;
  /** Natural logarithm of width to height, either way. */
  readonly aspect: number;
  /** Natural logarithm of the size, either way. */
  readonly scale: number;
}

/**
 * Draws a linear distortion: stretched, then sheared, then turned.
 *
 * @param ranges Its strength; each value is drawn uniformly within its range.
 * @param random Four draws.
 */
export function drawMatrix(ranges: AffineRanges, random: Random): Matrix {
  const angle = random.between(-ranges.rotation, ranges.rotation) * Math.PI /
    180;
  const shear = random.between(-ranges.shear, ranges.shear);
  const aspect = Math.exp(random.between(-ranges.aspect, ranges.aspect) / 2);
  const scale = Math.exp(random.between(-ranges.scale, ranges.scale));
  const cos = Math.cos(angle) * scale;
  const sin = Math.sin(angle) * scale;
  // [[cos, -sin], [sin, cos]] [[1, shear], [0, 1]] [[aspect, 0], [0, 1 / aspect]]
  return {
    xx: cos * aspect,
    xy: (cos * shear - sin) / aspect,
    yx: sin * aspect,
    yy: (sin * shear + cos) / aspect,
  };
}

/**
 * The factor by which a distorted digit must grow for its ink box to fit
 * MNIST's 20x20 again.
 *
 * @param image 28x28, row-major, before the distortion.
 * @param centre Where offsets are counted from.
 * @param matrix The distortion.
 * @returns 1 for a blank image.
 */
export function boxFit(
  image: Float32Array,
  centre: Point,
  matrix: Matrix,
): number {
  const { xx, xy, yx, yy } = matrix;
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let y = 0, i = 0; y < IMAGE_SIZE; y++) {
    for (let x = 0; x < IMAGE_SIZE; x++, i++) {
      if (image[i]! < BOX_THRESHOLD) continue;
      const dx = x - centre.x;
      const dy = y - centre.y;
      const u = xx * dx + xy * dy;
      const v = yx * dx + yy * dy;
      if (u < left) left = u;
      if (u > right) right = u;
      if (v < top) top = v;
      if (v > bottom) bottom = v;
    }
  }
  if (right < left) return 1;
  // Measured between the outer edges of the pixels, not their centres.
  return BOX / (Math.max(right - left, bottom - top) + 1);
}

/**
 * The matrix that undoes another and divides by a factor.
 *
 * @param matrix Its determinant is not 0.
 * @param factor What the undone matrix was multiplied by; not 0.
 */
export function invert(matrix: Matrix, factor = 1): Matrix {
  const { xx, xy, yx, yy } = matrix;
  const scale = 1 / (factor * (xx * yy - xy * yx));
  return { xx: yy * scale, xy: -xy * scale, yx: -yx * scale, yy: xx * scale };
}
