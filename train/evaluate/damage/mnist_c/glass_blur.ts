/**
 * MNIST-C's glass blur: pixels exchanged with neighbours between two blurs.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { IMAGE_SIZE } from "../../../../src/network/numbers.ts";
import { gaussianBlur } from "../gaussian.ts";

const DEVIATION = 0.7;
const ROUNDS = 2;

/** As seen through uneven glass. */
export function glassBlur(image: Float32Array, random: Random): Float32Array {
  const shuffled = gaussianBlur(image, DEVIATION);
  for (let round = 0; round < ROUNDS; round++) {
    for (let y = IMAGE_SIZE - 1; y > 1; y--) {
      for (let x = IMAGE_SIZE - 1; x > 1; x--) {
        if (random.uniform() < 0.5) continue;
        const here = y * IMAGE_SIZE + x;
        const there = here - random.below(2) - IMAGE_SIZE * random.below(2);
        const held = shuffled[here]!;
        shuffled[here] = shuffled[there]!;
        shuffled[there] = held;
      }
    }
  }
  return gaussianBlur(shuffled, DEVIATION);
}
