/**
 * Ink in a picture, and iteration along lines.
 *
 * @module
 */

/** Ink and paper. */
export interface InkPicture {
  /** `[height, width]` levels, 0 paper, 255 full ink. */
  readonly ink: Uint8Array;
  /** Pixels in a row. */
  readonly width: number;
  /** The highest level that is still paper. */
  readonly threshold: number;
}

/** How to address pixels when walking along lines. */
export interface Direction {
  /** Whether lines are horizontal, else vertical. */
  readonly isLevel: boolean;
  /** Number of places along a line. */
  readonly length: number;
  /** Number of places across it. */
  readonly depth: number;
  /** Offset from one place along to the next. */
  readonly step: number;
  /** Offset from one place across to the next. */
  readonly stride: number;
}

/** Both directions of a picture: horizontal, then vertical. */
export function directionsOf(width: number, height: number): Direction[] {
  return [
    { isLevel: true, length: width, depth: height, step: 1, stride: width },
    { isLevel: false, length: height, depth: width, step: width, stride: 1 },
  ];
}
