/**
 * Pen strokes as text, the notation of templates.
 *
 * @module
 */

/** A place on a sheet 100 wide and 140 high: [x, y] from the top left. */
export type Place = readonly [number, number];

/**
 * Places that the pen passes smoothly; a place that is given twice in a row is
 * a corner.
 */
export type StrokeTemplate = readonly Place[];

/** One way of drawing a figure: its strokes, in order. */
export type FigureTemplate = readonly StrokeTemplate[];

/**
 * Parses ways of drawing a figure.
 *
 * @param variants Each a list of strokes "x,y x,y …"; a place followed by "!" is a corner.
 *
 * @example
 * ```ts
 * import { ways } from "./template.ts";
 * import assert from "node:assert/strict";
 *
 * const [bar] = ways(["0,0! 50,140"]);
 * assert.deepEqual(bar, [[[0, 0], [0, 0], [50, 140]]]);
 * ```
 */
export function ways(
  ...variants: readonly (readonly string[])[]
): readonly FigureTemplate[] {
  return variants.map((strokes) => strokes.map(parseStroke));
}

function parseStroke(text: string): StrokeTemplate {
  return text.split(" ").flatMap((word) => {
    const [x, y] = word.replace("!", "").split(",").map(Number);
    const place: Place = [x!, y!];
    return word.endsWith("!") ? [place, place] : [place];
  });
}
