/**
 * A fine pen, or a marker.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import {
  makePadded,
  pad,
  PADDED_ORIGIN,
  PADDED_STRIDE,
} from "../../../data/effects/padded.ts";
import { changeThickness } from "../../../data/effects/thickness.ts";
import { largeInk, onPaper } from "../picture.ts";

/** Strokes thinner or thicker by up to two pixels of the usual three. */
export function strokeWidth(image: Uint8Array, random: Random): GreyImage {
  const padded = makePadded();
  const changed = makePadded();
  pad(Float32Array.from(image, (ink) => ink / 255), padded);
  changeThickness(padded, changed, random.between(-1, 1));
  const thick = Uint8Array.from({ length: IMAGE_PIXELS }, (_, i) => {
    const at = PADDED_ORIGIN + Math.floor(i / 28) * PADDED_STRIDE + i % 28;
    return Math.round(255 * changed[at]!);
  });
  return onPaper(largeInk(thick));
}
