/**
 * MNIST-C's dotted line.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { IMAGE_SIZE } from "../../../../src/network/numbers.ts";
import { mapPixels } from "../corruption.ts";
import { softLine } from "../soft_line.ts";

/** A line from side to side; every other pair of columns is missing. */
export function dottedLine(image: Float32Array, random: Random): Float32Array {
  const last = IMAGE_SIZE - 1;
  const from = random.below(last);
  const to = random.below(last);
  return mapPixels((x, y, i) => {
    const isGap = Math.floor(x / 2) % 2 === 0;
    return image[i]! + (isGap ? 0 : softLine([0, from], [last, to], x, y));
  });
}
