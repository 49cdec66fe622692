/**
 * MNIST-C's shear.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { transformed } from "../transform.ts";

/** Radians by which the upright leans. */
const LEAN = 0.4;

/** Leaning to the left or to the right. */
export function shear(image: Float32Array, random: Random): Float32Array {
  const lean = random.uniform() < 0.5 ? LEAN : -LEAN;
  return transformed(image, {
    xx: 1,
    xy: -Math.sin(lean),
    yx: 0,
    yy: Math.cos(lean),
  });
}
