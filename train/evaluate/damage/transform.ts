/**
 * Affine maps about an image's middle.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import { mapPixels } from "./corruption.ts";

/** Takes places of the result to places of the source, both from the middle. */
export interface InverseMap {
  /** Source columns for a column of the result. */
  readonly xx: number;
  /** Source columns for a row. */
  readonly xy: number;
  /** Source rows for a column. */
  readonly yx: number;
  /** Source rows for a row. */
  readonly yy: number;
  /** Source columns added. */
  readonly right?: number;
  /** Source rows added. */
  readonly down?: number;
}

const MIDDLE = (IMAGE_SIZE - 1) / 2;

/** Samples an image through a map, bilinearly; beyond its border is paper. */
export function transformed(
  image: Float32Array,
  { xx, xy, yx, yy, right = 0, down = 0 }: InverseMap,
): Float32Array {
  return mapPixels((x, y) => {
    const [dx, dy] = [x - MIDDLE, y - MIDDLE];
    return sampled(
      image,
      MIDDLE + xx * dx + xy * dy + right,
      MIDDLE + yx * dx + yy * dy + down,
    );
  });
}

/** The value of a 28x28 image between its pixels, bilinearly; beyond it is paper. */
export function sampled(image: Float32Array, x: number, y: number): number {
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= IMAGE_SIZE || row >= IMAGE_SIZE
      ? 0
      : image[row * IMAGE_SIZE + column]!;
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - left, y - top];
  const upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
  const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
  return upper * (1 - below) + lower * below;
}
