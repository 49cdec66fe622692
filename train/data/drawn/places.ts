/**
 * Building blocks of styles: sequences of places.
 *
 * @module
 */

import type { Place, StrokeTemplate } from "./template.ts";

/** Places per full turn. */
const ON_A_TURN = 10;

/** A straight stroke. */
export function stroke(from: Place, to: Place): StrokeTemplate {
  return [from, to];
}

/** A place at which the pen turns sharply. */
export function corner(place: Place): Place[] {
  return [place, place];
}

/**
 * Places along an ellipse.
 *
 * @param x Of its centre.
 * @param y Of its centre, downwards.
 * @param wide Half its width.
 * @param high Half its height.
 * @param start Angle of the first place in radians, from the right, clockwise on the sheet.
 * @param turns How far it goes, clockwise; negative the other way.
 */
export function arc(
  x: number,
  y: number,
  wide: number,
  high: number,
  start: number,
  turns: number,
): Place[] {
  const pieces = Math.max(2, Math.round(Math.abs(turns) * ON_A_TURN));
  return Array.from({ length: pieces + 1 }, (_, i): Place => {
    const angle = start + 2 * Math.PI * turns * i / pieces;
    return [x + wide * Math.cos(angle), y + high * Math.sin(angle)];
  });
}
