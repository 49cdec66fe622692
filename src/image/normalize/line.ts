/**
 * A straight line in a picture that is not a stroke: a rule, an edge, a frame.
 *
 * @module
 */

/**
 * A straight line. "Along" is x for a horizontal line and y for a vertical one,
 * "across" the other.
 */
export interface Line {
  /** Whether it is nearly horizontal, else nearly vertical. */
  readonly isLevel: boolean;
  /** First position along. */
  readonly start: number;
  /** The position after its last. */
  readonly end: number;
  /** Centre across at position 0. */
  readonly offset: number;
  /** Change of the centre across per position along. */
  readonly slope: number;
  /** Thickness in pixels. */
  readonly thickness: number;
}

/** Position of a line's centre across, at a position along. */
export function centerOf(
  { offset, slope }: Pick<Line, "offset" | "slope">,
  place: number,
): number {
  return offset + slope * place;
}

/**
 * Whether a line extends from border to border, or leaves the picture sideways.
 *
 * @param line The line.
 * @param length Side of the picture along the line.
 * @param depth Side of the picture across the line.
 */
export function isSpanning(line: Line, length: number, depth: number): boolean {
  // A line across at the border may hide two pixels of its end. In small
  // pictures that is where strokes of tightly cut digits end.
  const near = Math.max(1, Math.min(2, 0.04 * length), 0.02 * length);
  const isOut = (place: number) => {
    const center = centerOf(line, place);
    const reach = line.thickness / 2 + 1;
    return center <= reach || center >= depth - reach;
  };
  const { start, end } = line;
  return (start <= near || isOut(start)) &&
    (end >= length - near || isOut(end)) && end - start > length / 2;
}
