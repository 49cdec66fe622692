/**
 * A sheet that does not lie straight.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { largeInk, onPaper, redrawn, SIDE } from "../picture.ts";

/** Degrees, either way. */
const MOST = 20;

/** Turned about its middle. */
export function rotation(image: Uint8Array, random: Random): GreyImage {
  const angle = random.between(-MOST, MOST) * Math.PI / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = (SIDE - 1) / 2;
  const ink = redrawn(largeInk(image), SIDE, (x, y) => [
    middle + cos * (x - middle) - sin * (y - middle),
    middle + sin * (x - middle) + cos * (y - middle),
  ]);
  return onPaper(ink);
}
