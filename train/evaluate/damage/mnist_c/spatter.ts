/**
 * MNIST-C's spatter: mud.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { mapPixels } from "../corruption.ts";
import { gaussianBlur } from "../gaussian.ts";

/** Mean and standard deviation of the noise that drops come from. */
const MEAN = 0.65;
const DEVIATION = 0.3;

/** Blur of the noise, and of the drops. */
const NOISE_BLUR = 1;
const DROP_BLUR = 1.5;

/** Noise above this is a drop. */
const DROP = 0.65;

/** Drops thinner than this are removed. */
const THINNEST = 0.8;

/** How inked mud looks. */
const MUD = 63 / 255;

/** Drops of mud over ink and paper. */
export function spatter(image: Float32Array, random: Random): Float32Array {
  const noise = mapPixels(() => 0)
    .map(() => MEAN + DEVIATION * random.normal());
  const drops = gaussianBlur(noise, NOISE_BLUR)
    .map((value) => value > DROP ? 1 : 0);
  const mud = gaussianBlur(drops, DROP_BLUR)
    .map((value) => value < THINNEST ? 0 : value);
  return mapPixels((_x, _y, i) => image[i]! * (1 - mud[i]!) + MUD * mud[i]!);
}
