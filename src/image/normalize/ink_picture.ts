/**
 * Ink in a picture, and walking it along lines.
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

/** Where pixels lie in a picture when it is walked along lines. */
export interface Direction {
  /** Whether lines go level, else upright. */
  readonly isLevel: boolean;
  /** Places along. */
  readonly length: number;
  /** Places across. */
  readonly depth: number;
  /** From one place along to the next. */
  readonly step: number;
  /** From one place across to the next. */
  readonly stride: number;
}

/** Both directions of a picture: level, then upright. */
export function directionsOf(width: number, height: number): Direction[] {
  return [
    { isLevel: true, length: width, depth: height, step: 1, stride: width },
    { isLevel: false, length: height, depth: width, step: width, stride: 1 },
  ];
}
