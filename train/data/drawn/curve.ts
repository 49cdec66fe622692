/**
 * Smooth pen strokes through given points.
 *
 * @module
 */

import type { Stroke } from "../../../src/image/strokes.ts";
import type { Place } from "./template.ts";

/** Straight pieces between two places. */
const PIECES = 6;

/**
 * Draws a uniform Catmull-Rom spline (Catmull and Rom 1974) through places, as
 * closely spaced points. A place that is given twice in a row is a corner: the
 * curve enters and leaves it straight.
 *
 * @param places At least two.
 */
export function smoothStroke(places: readonly Place[]): Stroke {
  const x: number[] = [];
  const y: number[] = [];
  const at = (i: number) =>
    places[Math.max(0, Math.min(places.length - 1, i))]!;
  for (let i = 0; i + 1 < places.length; i++) {
    const [before, from, to, behind] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    // A corner's two places coincide.
    if (from[0] === to[0] && from[1] === to[1]) continue;
    for (let piece = 0; piece < PIECES; piece++) {
      const t = piece / PIECES;
      x.push(catmullRom(before[0], from[0], to[0], behind[0], t));
      y.push(catmullRom(before[1], from[1], to[1], behind[1], t));
    }
  }
  const [lastX, lastY] = at(places.length - 1);
  return { x: [...x, lastX], y: [...y, lastY] };
}

function catmullRom(
  a: number,
  b: number,
  c: number,
  d: number,
  t: number,
): number {
  const linear = c - a;
  const square = 2 * a - 5 * b + 4 * c - d;
  const cubic = 3 * (b - c) + d - a;
  return b + t * (linear + t * (square + t * cubic)) / 2;
}
