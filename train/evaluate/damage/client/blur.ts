/**
 * A picture out of focus.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { gaussianBlur } from "../gaussian.ts";
import { largeInk, onPaper } from "../picture.ts";

/** Greatest standard deviation, in pixels of the digit's 28. */
const MOST = 1.2;

/** Blurred, by up to less than half a stroke. */
export function blur(image: Uint8Array, random: Random): GreyImage {
  const ink = gaussianBlur(
    Float32Array.from(image),
    random.between(0.3, MOST),
  );
  return onPaper(largeInk(Uint8Array.from(ink, Math.round)));
}
