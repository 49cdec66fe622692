/**
 * Stretches of ink across a line's direction that are no longer than a line is
 * thick.
 *
 * @module
 */

import type { Direction, InkPicture } from "./ink_picture.ts";

/** Thin runs in order of their places along. */
export interface ThinRuns {
  /** The place along of each. */
  readonly places: number[];
  /** Its first place across. */
  readonly starts: number[];
  /** Its pixels; 0 for one that belongs to a line already. */
  readonly sizes: number[];
}

/**
 * Finds thin runs.
 *
 * @param picture The ink.
 * @param direction The direction of the lines that they may belong to.
 * @param thickest The most pixels of a run.
 */
export function thinRuns(
  { ink, threshold }: InkPicture,
  { length, depth, step, stride }: Direction,
  thickest: number,
): ThinRuns {
  const places: number[] = [];
  const starts: number[] = [];
  const sizes: number[] = [];
  for (let place = 0; place < length; place++) {
    let size = 0;
    for (let i = 0, at = place * step; i < depth; i++, at += stride) {
      if (ink[at]! > threshold) size++;
      else if (size > 0) {
        if (size <= thickest) {
          places.push(place);
          starts.push(i - size);
          sizes.push(size);
        }
        size = 0;
      }
    }
    if (size > 0 && size <= thickest) {
      places.push(place);
      starts.push(depth - size);
      sizes.push(size);
    }
  }
  return { places, starts, sizes };
}
