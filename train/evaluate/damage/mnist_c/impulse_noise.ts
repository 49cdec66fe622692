/**
 * MNIST-C's impulse noise: salt and pepper.
 *
 * @module
 */

import type { Corruption } from "../corruption.ts";

/** Share of the pixels that are lost, half to black and half to white. */
const SHARE = 0.17;

/** Some pixels all black or all white. */
export const impulseNoise: Corruption = (image, random) =>
  image.map((ink) => {
    const drawn = random.uniform();
    return drawn >= SHARE ? ink : drawn < SHARE / 2 ? 0 : 1;
  });
