/**
 * A digit that is not in the middle.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { largeInk, onPaper, redrawn, SIDE } from "../picture.ts";

/** Anywhere on a sheet twice as wide and high. */
export function shift(image: Uint8Array, random: Random): GreyImage {
  const right = random.between(0, SIDE);
  const down = random.between(0, SIDE);
  const ink = redrawn(
    largeInk(image),
    2 * SIDE,
    (x, y) => [x - right, y - down],
  );
  return onPaper(ink);
}
