/**
 * A pen stroke, the unit of drawings.
 *
 * @module
 */

/** One stroke, from pen down to pen up. */
export interface Stroke {
  /** Rightward coordinates of its points, in any unit. */
  readonly x: readonly number[];
  /** Downward coordinates, as many, in the same unit. */
  readonly y: readonly number[];
}
