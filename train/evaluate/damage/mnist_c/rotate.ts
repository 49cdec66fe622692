/**
 * MNIST-C's rotation.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { transformed } from "../transform.ts";

/** Radians: 23 degrees. */
const ANGLE = 0.4;

/** Turned either way. */
export function rotate(image: Float32Array, random: Random): Float32Array {
  const angle = random.uniform() < 0.5 ? ANGLE : -ANGLE;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return transformed(image, { xx: cos, xy: -sin, yx: sin, yy: cos });
}
