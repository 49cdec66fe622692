/**
 * `{"strokes": [{"x": [...], "y": [...], "t": [...]}]}` as an input.
 *
 * @module
 */

import { fieldProblem } from "../../http/problem.ts";
import {
  drawStrokes,
  MAX_COORDINATE,
  MAX_POINTS,
} from "../../image/strokes.ts";
import { asList, asNumbers, asObject, checkKeys } from "./json_shape.ts";

/**
 * Draws strokes in MNIST's layout.
 *
 * @param value The field's value.
 * @param pointer JSON pointer to it.
 * @returns 784 bytes.
 * @throws {Problem} 422 for another shape, with the field's pointer, for no
 * point at all, and for more than 4096.
 */
export function digitOfStrokes(value: unknown, pointer: string): Uint8Array {
  let points = 0;
  const strokes = asList(value, pointer, "strokes", 1, MAX_POINTS)
    .map((item, index) => {
      const at = `${pointer}/${index}`;
      const stroke = asObject(item, at);
      checkKeys(stroke, at, ["x", "y", "t"]);
      const x = coordinates(stroke.x, `${at}/x`);
      const y = coordinates(stroke.y, `${at}/y`, x.length);
      if (Object.hasOwn(stroke, "t")) times(stroke.t, `${at}/t`, x.length);
      points += x.length;
      return { x, y };
    });
  if (points < 1 || points > MAX_POINTS) {
    throw fieldProblem(
      422,
      pointer,
      `has ${points} points; 1 to ${MAX_POINTS} are expected`,
    );
  }
  return drawStrokes(strokes);
}

function coordinates(value: unknown, pointer: string, length?: number) {
  const most = length ?? MAX_POINTS;
  const list = asList(value, pointer, "coordinates", length ?? 0, most);
  return asNumbers(list, pointer, -MAX_COORDINATE, MAX_COORDINATE);
}

/** Times are not used, but a list that does not fit tells of a mistake. */
function times(value: unknown, pointer: string, length: number): void {
  const list = asList(value, pointer, "times", length, length);
  asNumbers(list, pointer, -Number.MAX_VALUE, Number.MAX_VALUE);
}
