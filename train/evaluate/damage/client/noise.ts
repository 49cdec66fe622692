/**
 * A picture taken in the dark.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { largeInk, onPaper } from "../picture.ts";

/** Greatest standard deviation of a pixel, of 255. */
const MOST = 30;

/** Grain in every pixel. */
export function noise(image: Uint8Array, random: Random): GreyImage {
  const deviation = random.between(5, MOST);
  return onPaper(
    largeInk(image),
    (grey) => grey + deviation * random.normal(),
  );
}
