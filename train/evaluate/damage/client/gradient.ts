/**
 * Light from one side, and a dark corner.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { largeInk, onPaper, SIDE } from "../picture.ts";

/** Maximum share of the light that the far side lacks. */
const FALL = 0.6;

/** Paper that is darker towards one side than elsewhere. */
export function gradient(image: Uint8Array, random: Random): GreyImage {
  const angle = random.between(0, 2 * Math.PI);
  const fall = FALL * random.uniform();
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  return onPaper(largeInk(image), (grey, x, y) => {
    const along = (across * (x / SIDE - 0.5) + down * (y / SIDE - 0.5)) / 1.41;
    return grey * (1 - fall * (0.5 + along));
  });
}
