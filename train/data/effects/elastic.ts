/**
 * Elastic deformation after Simard, Steinkraus and Platt ("Best practices for
 * convolutional neural networks applied to visual document analysis", 2003): a
 * smooth random displacement of every pixel. They blur white noise with a
 * Gaussian of 4 pixels; this uses a uniform cubic B-spline over a coarse grid
 * of random vectors instead. With a knot every 7 pixels it is as smooth (the
 * spline's standard deviation is 7 / sqrt(3) = 4.04) at a tenth of the cost.
 * Their strength of 34 is a standard deviation of 1.4 pixels.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";

/** Pixels between knots. */
const SPACING = 7;

/**
 * Knots along a side: a cubic spline needs one before the image and two behind
 * it.
 */
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
  /**
   * The last row that {@linkcode elasticRow} computed: 28 displacements to the
   * right.
   */
  readonly rowX: Float32Array;
  /** The same downwards. */
  readonly rowY: Float32Array;
}

/** A field that displaces nothing. */
export function makeElasticField(): ElasticField {
  return {
    x: new Float32Array(KNOTS * IMAGE_SIZE),
    y: new Float32Array(KNOTS * IMAGE_SIZE),
    rowX: new Float32Array(IMAGE_SIZE),
    rowY: new Float32Array(IMAGE_SIZE),
  };
}

/**
 * Draws a displacement field.
 *
 * @param field Where to write it.
 * @param deviation Standard deviation of a pixel's displacement, in pixels, each way.
 * @param random 98 draws.
 */
export function drawElasticField(
  field: ElasticField,
  deviation: number,
  random: Random,
): void {
  const strength = deviation / Math.sqrt(WEIGHT_POWER);
  drawHalf(field.x, strength, random);
  drawHalf(field.y, strength, random);
}

/**
 * Interpolates one row, into the field's `rowX` and `rowY`.
 *
 * @param field From {@linkcode drawElasticField}.
 * @param y The row, 0 to 27.
 */
export function elasticRow(field: ElasticField, y: number): void {
  interpolateRow(field.x, y, field.rowX);
  interpolateRow(field.y, y, field.rowY);
}

function interpolateRow(half: Float32Array, y: number, row: Float32Array) {
  const w0 = WEIGHTS[4 * y]!;
  const w1 = WEIGHTS[4 * y + 1]!;
  const w2 = WEIGHTS[4 * y + 2]!;
  const w3 = WEIGHTS[4 * y + 3]!;
  let i = Math.floor(y / SPACING) * IMAGE_SIZE;
  for (let x = 0; x < IMAGE_SIZE; x++, i++) {
    row[x] = w0 * half[i]! + w1 * half[i + IMAGE_SIZE]! +
      w2 * half[i + 2 * IMAGE_SIZE]! + w3 * half[i + 3 * IMAGE_SIZE]!;
  }
}

function drawHalf(half: Float32Array, strength: number, random: Random): void {
  for (let row = 0; row < KNOTS; row++) {
    const knots: number[] = [];
    for (let i = 0; i < KNOTS; i++) knots.push(strength * random.normal());
    for (let x = 0; x < IMAGE_SIZE; x++) {
      const knot = Math.floor(x / SPACING);
      half[row * IMAGE_SIZE + x] = WEIGHTS[4 * x]! * knots[knot]! +
        WEIGHTS[4 * x + 1]! * knots[knot + 1]! +
        WEIGHTS[4 * x + 2]! * knots[knot + 2]! +
        WEIGHTS[4 * x + 3]! * knots[knot + 3]!;
    }
  }
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
