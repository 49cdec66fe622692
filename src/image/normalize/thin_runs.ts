/**
 * Stretches of ink across a line's direction that are no longer than a line is
 * thick.
 *
 * @module
 */

import type { Direction, InkPicture } from "./ink_picture.ts";

/** Thin runs in order of their position along the line. */
export interface ThinRuns {
  /** Position of each along. */
  readonly places: number[];
  /** Its first position across. */
  readonly starts: number[];
  /** Its length in pixels; 0 if it already belongs to a line. */
  readonly sizes: number[];
}

/**
 * Finds thin runs.
 *
 * @param picture The ink.
 * @param direction Direction of the lines that they may belong to.
 * @param thickest Maximum pixels of a run.
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
