/**
 * A digit that is small or large on its sheet, or squeezed.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { largeInk, onPaper, redrawn, SIDE } from "../picture.ts";

/** Smallest and largest, as shares of the usual size. */
const SMALLEST = 0.3;
const LARGEST = 1.3;

/** How much wider than high it may be drawn, or higher than wide. */
const SQUEEZE = 1.25;

/** Of another size and proportion. */
export function scale(image: Uint8Array, random: Random): GreyImage {
  const size = random.between(SMALLEST, LARGEST);
  const squeeze = SQUEEZE ** random.between(-0.5, 0.5);
  const middle = (SIDE - 1) / 2;
  const ink = redrawn(largeInk(image), SIDE, (x, y) => [
    middle + (x - middle) / (size * squeeze),
    middle + (y - middle) / (size / squeeze),
  ]);
  return onPaper(ink);
}
