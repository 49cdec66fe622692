/**
 * MNIST-C's translation.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { transformed } from "../transform.ts";

/** Pixels, along each axis. */
const BY = 3;

/** Towards one of the four corners. */
export function translate(image: Float32Array, random: Random): Float32Array {
  return transformed(image, {
    xx: 1,
    xy: 0,
    yx: 0,
    yy: 1,
    right: random.uniform() < 0.5 ? BY : -BY,
    down: random.uniform() < 0.5 ? BY : -BY,
  });
}
