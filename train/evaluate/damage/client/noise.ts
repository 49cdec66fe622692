/**
 * A picture taken in the dark.
 *
 * @module
 */

import { type Damage, largeInk, onPaper } from "../picture.ts";

/** Greatest standard deviation of a pixel, of 255. */
const MOST = 30;

/** Grain in every pixel. */
export const noise: Damage = (image, random) => {
  const deviation = random.between(5, MOST);
  return onPaper(
    largeInk(image),
    (grey) => grey + deviation * random.normal(),
  );
};
