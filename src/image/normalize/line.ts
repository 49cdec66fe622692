/**
 * A line of a picture that is no stroke: a rule, an edge, a frame.
 *
 * @module
 */

/**
 * A straight line. "Along" is x for a level line and y for an upright one,
 * "across" the other.
 */
export interface Line {
  /** Whether it is nearly level, else nearly upright. */
  readonly isLevel: boolean;
  /** Its first place along. */
  readonly start: number;
  /** The place after its last. */
  readonly end: number;
  /** Its centre across at place 0. */
  readonly offset: number;
  /** How much that grows from place to place. */
  readonly slope: number;
  /** Its width across in pixels. */
  readonly thickness: number;
}

/** Where a line's centre lies across at a place. */
export function centerOf(
  { offset, slope }: Pick<Line, "offset" | "slope">,
  place: number,
): number {
  return offset + slope * place;
}

/**
 * Whether a line goes from border to border, or leaves the picture sideways.
 *
 * @param line The line.
 * @param length The picture's side along the line.
 * @param depth Its side across.
 */
export function isSpanning(line: Line, length: number, depth: number): boolean {
  const near = Math.max(1, 0.02 * length);
  const isOut = (place: number) => {
    const center = centerOf(line, place);
    const reach = line.thickness / 2 + 1;
    return center <= reach || center >= depth - reach;
  };
  const { start, end } = line;
  return (start <= near || isOut(start)) &&
    (end >= length - near || isOut(end)) && end - start > length / 2;
}
