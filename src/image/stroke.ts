/**
 * A stroke of a pen, as drawings are made of.
 *
 * @module
 */

/** One stroke: the pen's way from where it was put down to where it was lifted. */
export interface Stroke {
  /** Rightward coordinates of its points, in any unit. */
  readonly x: readonly number[];
  /** Downward coordinates, as many, in the same unit. */
  readonly y: readonly number[];
}
