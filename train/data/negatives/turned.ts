/**
 * Transforms places that are relative to a sign's centre.
 *
 * @module
 */

import { corner } from "../drawn/places.ts";
import type { Place } from "../drawn/template.ts";

/**
 * Rotates places and moves them to the middle of the sheet of 100 x 140.
 *
 * @param angle Clockwise on the sheet, in radians.
 */
export function turned(places: readonly Place[], angle: number): Place[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return places.map(([x, y]): Place => [
    50 + cos * x - sin * y,
    70 + sin * x + cos * y,
  ]);
}

/** Straight lines from place to place. */
export function cornered(places: readonly Place[]): Place[] {
  return places.flatMap(corner);
}
