/**
 * MNIST-C's shot noise: as few as three quanta of ink at full black.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";

const QUANTA = 3;

/** Every pixel a Poisson number of quanta. */
export function shotNoise(image: Float32Array, random: Random): Float32Array {
  return image.map((ink) =>
    Math.min(1, poisson(ink * QUANTA, random) / QUANTA)
  );
}

/** Multiplies uniform numbers until they are below e^-mean (Knuth). */
function poisson(mean: number, random: Random): number {
  const end = Math.exp(-mean);
  let count = 0;
  for (let p = random.uniform(); p > end; p *= random.uniform()) count++;
  return count;
}
