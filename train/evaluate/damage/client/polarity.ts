/**
 * Light ink on dark paper, as often as dark on light.
 *
 * @module
 */

import type { GreyImage } from "../../../../src/image/grey.ts";
import type { Random } from "../../../../src/network/random.ts";
import { largeInk, onPaper } from "../picture.ts";

/** Black, white or grey paper, with ink of the other kind. */
export function polarity(image: Uint8Array, random: Random): GreyImage {
  const isDark = random.uniform() < 0.5;
  const contrast = random.between(0.35, 1);
  return onPaper(largeInk(image), (grey) => {
    const faded = 235 - contrast * (235 - grey);
    return isDark ? 255 - faded : faded;
  });
}
