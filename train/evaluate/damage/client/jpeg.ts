/**
 * A picture that is compressed too strongly.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { encode } from "jpeg-js";
import { createPictureDecoder } from "../../../../src/image/decode.ts";
import { largeInk, onPaper } from "../picture.ts";

const decode = createPictureDecoder();

/** Lowest and highest quality, of 100. */
const LOWEST = 5;
const HIGHEST = 40;

/** Through JPEG and back. */
export async function jpeg(
  image: Uint8Array,
  random: Random,
): Promise<GreyImage> {
  const { width, height, pixels } = onPaper(largeInk(image));
  const data = new Uint8Array(4 * pixels.length);
  pixels.forEach((grey, i) => data.set([grey, grey, grey, 255], 4 * i));
  const quality = Math.round(random.between(LOWEST, HIGHEST));
  return await decode(
    Uint8Array.from(encode({ width, height, data }, quality).data),
  );
}
