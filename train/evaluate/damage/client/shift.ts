/**
 * A digit that is not in the middle.
 *
 * @module
 */

import { type Damage, largeInk, onPaper, redrawn, SIDE } from "../picture.ts";

/** Anywhere on a sheet twice as wide and high. */
export const shift: Damage = (image, random) => {
  const right = random.between(0, SIDE);
  const down = random.between(0, SIDE);
  const ink = redrawn(
    largeInk(image),
    2 * SIDE,
    (x, y) => [x - right, y - down],
  );
  return onPaper(ink);
};
