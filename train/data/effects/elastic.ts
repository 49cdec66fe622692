/**
 * Elastic deformation after Simard, Steinkraus and Platt ("Best practices for
 * convolutional neural networks applied to visual document analysis", 2003): a smooth
 * random displacement of every pixel. They blur white noise with a Gaussian of 4 pixels;
 * here a uniform cubic B-spline over a coarse grid of random vectors does it: a knot
 * every 7 pixels is as smooth (the spline's standard deviation is 7 / sqrt(3) = 4.04) at a
 * tenth of the work. Their strength of 34 is a standard deviation of 1.4 pixels.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";

/** Pixels between knots. */
const SPACING = 7;

/** Knots along a side: a cubic spline wants one before the image and two behind. */
const KNOTS = IMAGE_SIZE / SPACING + 3;

/** Mean over a cell of the spline's squared weights in two dimensions: (151 / 315)^2. */
const WEIGHT_POWER = (151 / 315) ** 2;

/** The four weights of every pixel along a side: `[28, 4]`. */
const WEIGHTS: Readonly<Float32Array> = splineWeights();

/** A displacement field, interpolated along rows and not yet along columns. */
export interface ElasticField {
  /** `[7 knots down, 28 pixels across]`: displacement to the right, in pixels. */
  readonly x: Float32Array;
  /** The same downwards. */
  readonly y: Float32Array;
}

/**
 * Draws a displacement field.
 *
 * @param deviation Standard deviation of a pixel's displacement, in pixels, each way.
 * @param random 98 draws.
 */
export function drawElasticField(
  deviation: number,
  random: Random,
): ElasticField {
  const strength = deviation / Math.sqrt(WEIGHT_POWER);
  return { x: drawHalf(strength, random), y: drawHalf(strength, random) };
}

/**
 * One row of the field.
 *
 * @param half One of the field's two halves.
 * @param y The row, 0 to 27.
 * @param row Where to write 28 displacements, in pixels.
 */
export function elasticRow(
  half: Float32Array,
  y: number,
  row: Float32Array,
): void {
  const knot = Math.floor(y / SPACING) * IMAGE_SIZE;
  const w0 = WEIGHTS[4 * y]!;
  const w1 = WEIGHTS[4 * y + 1]!;
  const w2 = WEIGHTS[4 * y + 2]!;
  const w3 = WEIGHTS[4 * y + 3]!;
  for (let x = 0, i = knot; x < IMAGE_SIZE; x++, i++) {
    row[x] = w0 * half[i]! + w1 * half[i + IMAGE_SIZE]! +
      w2 * half[i + 2 * IMAGE_SIZE]! + w3 * half[i + 3 * IMAGE_SIZE]!;
  }
}

function drawHalf(strength: number, random: Random): Float32Array {
  const half = new Float32Array(KNOTS * IMAGE_SIZE);
  const knots = new Float32Array(KNOTS);
  for (let row = 0; row < KNOTS; row++) {
    for (let i = 0; i < KNOTS; i++) knots[i] = strength * random.normal();
    for (let x = 0; x < IMAGE_SIZE; x++) {
      const knot = Math.floor(x / SPACING);
      half[row * IMAGE_SIZE + x] = WEIGHTS[4 * x]! * knots[knot]! +
        WEIGHTS[4 * x + 1]! * knots[knot + 1]! +
        WEIGHTS[4 * x + 2]! * knots[knot + 2]! +
        WEIGHTS[4 * x + 3]! * knots[knot + 3]!;
    }
  }
  return half;
}

/** Uniform cubic B-spline basis at the middle of every pixel (de Boor 1978). */
function splineWeights(): Float32Array {
  const weights = new Float32Array(IMAGE_SIZE * 4);
  for (let x = 0; x < IMAGE_SIZE; x++) {
    const t = (x % SPACING + 0.5) / SPACING;
    weights.set([
      (1 - t) ** 3 / 6,
      (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
      (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
      t ** 3 / 6,
    ], 4 * x);
  }
  return weights;
}
