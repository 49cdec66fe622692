/**
 * A picture compressed by more than is good for it.
 *
 * @module
 */

import { encode } from "jpeg-js";
import { decodePicture } from "../../../../src/image/decode.ts";
import { type Damage, largeInk, onPaper } from "../picture.ts";

/** Lowest and highest quality, of 100. */
const LOWEST = 5;
const HIGHEST = 40;

/** Through JPEG and back. */
export const jpeg: Damage = async (image, random) => {
  const { width, height, pixels } = onPaper(largeInk(image));
  const data = new Uint8Array(4 * pixels.length);
  pixels.forEach((grey, i) => data.set([grey, grey, grey, 255], 4 * i));
  const quality = Math.round(random.between(LOWEST, HIGHEST));
  return await decodePicture(
    Uint8Array.from(encode({ width, height, data }, quality).data),
  );
};
