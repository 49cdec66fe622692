/**
 * Ruled and squared paper.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { largeInk, onPaper, SIDE } from "../picture.ts";

/** Faintest and strongest lines, as shares of the paper's light that they take. */
const FAINTEST = 0.06;
const STRONGEST = 0.3;

/** Printed lines a digit's height apart or less, a pixel or two wide. */
export function lines(image: Uint8Array, random: Random): GreyImage {
  const isSquared = random.uniform() < 0.4;
  const gap = Math.round(SIDE * random.between(0.25, 0.7));
  const width = 1 + random.below(2);
  const strength = random.between(FAINTEST, STRONGEST);
  const [right, down] = [random.below(gap), random.below(gap)];
  return onPaper(largeInk(image), (grey, x, y) => {
    const isLine = (y + down) % gap < width ||
      (isSquared && (x + right) % gap < width);
    return isLine ? grey * (1 - strength) : grey;
  });
}
