/**
 * MNIST-C's impulse noise: salt and pepper.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
/** Share of the pixels that are lost, half to black and half to white. */
const SHARE = 0.17;

/** Some pixels all black or all white. */
export function impulseNoise(
  image: Float32Array,
  random: Random,
): Float32Array {
  return image.map((ink) => {
    const drawn = random.uniform();
    return drawn >= SHARE ? ink : drawn < SHARE / 2 ? 0 : 1;
  });
}
