/**
 * MNIST-C's scale.
 *
 * @module
 */

import { transformed } from "../transform.ts";

const SCALE = 0.7;

/** Seven tenths as large. */
export function scale(image: Float32Array): Float32Array {
  return transformed(image, { xx: 1 / SCALE, xy: 0, yx: 0, yy: 1 / SCALE });
}
