/**
 * Common parts of all damaged pictures: a digit on a sheet, as a client sends
 * it.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";
import { enlarged } from "../../data/figures/enlarge.ts";

/** Factor by which a digit is enlarged before it is damaged. */
export const ENLARGED = 3;

/** Side of the picture, in pixels. */
export const SIDE: number = IMAGE_SIZE * ENLARGED;

/** Grey of the paper and of full ink, of 255. */
const PAPER = 235;
const INK = 40;

/**
 * Creates a damaged picture of a digit, to be read through the image path.
 *
 * @param image 28x28 bytes, row-major, 0 paper, 255 ink.
 * @param random Source of the damage's random choices.
 */
export type Damage = (
  image: Uint8Array,
  random: Random,
) => GreyImage | Promise<GreyImage>;

/** A digit's ink, enlarged: `SIDE * SIDE` values in [0, 1]. */
export function largeInk(image: Uint8Array): Float32Array {
  return Float32Array.from(enlarged(image, SIDE), (ink) => ink / 255);
}

/**
 * Dark ink on light paper.
 *
 * @param ink Shares, row-major, of a square picture.
 * @param change Changes the grey at a place.
 */
export function onPaper(
  ink: Float32Array,
  change: (grey: number, x: number, y: number) => number = (grey) => grey,
): GreyImage {
  const side = Math.sqrt(ink.length);
  // Clamped and rounded by the array.
  const grey = Uint8ClampedArray.from(
    ink,
    (share, i) =>
      change(
        PAPER + (INK - PAPER) * share,
        i % side,
        Math.floor(i / side),
      ),
  );
  return { width: side, height: side, pixels: new Uint8Array(grey.buffer) };
}

/** The value of a square between its pixels, bilinearly; beyond it is paper. */
export function inkAt(ink: Float32Array, x: number, y: number): number {
  const side = Math.sqrt(ink.length);
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= side || row >= side
      ? 0
      : ink[row * side + column]!;
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - left, y - top];
  const upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
  const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
  return upper * (1 - below) + lower * below;
}

/** A picture of another size, whose pixels are sampled from a digit's. */
export function redrawn(
  ink: Float32Array,
  side: number,
  from: (x: number, y: number) => readonly [number, number],
): Float32Array {
  return Float32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = from(i % side, Math.floor(i / side));
    return inkAt(ink, x, y);
  });
}
