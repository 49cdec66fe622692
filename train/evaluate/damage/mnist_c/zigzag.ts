/**
 * MNIST-C's zigzag.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { mapPixels } from "../corruption.ts";
import { type Place, softLine } from "../soft_line.ts";

/** Columns where the zigzag begins and ends. */
const FIRST = 2;
const LAST = 25;

/** Half a tooth's length along the line, and its height. */
const TOOTH = 2;

/** A zigzag from side to side. */
export function zigzag(image: Float32Array, random: Random): Float32Array {
  const from = random.below(27);
  const rise = random.below(10) - 5;
  const angle = Math.atan2(rise, LAST - FIRST);
  const length = (LAST - FIRST) / Math.cos(angle);
  const teeth: [number, number][] = [[0, 0]];
  for (let along = TOOTH, up = TOOTH; along < length; along += 2 * TOOTH) {
    teeth.push([along, up]);
    up = -up;
  }
  teeth.push([length, 0]);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const places = teeth.map(([along, up]): Place => [
    FIRST + along * cos - up * sin,
    from + along * sin + up * cos,
  ]);
  return mapPixels((x, y, i) =>
    places.slice(1).reduce(
      (ink, to, k) => Math.min(1, ink + softLine(places[k]!, to, x, y)),
      image[i]!,
    )
  );
}
