/**
 * Measures how straight and how thick a line is, at subpixel precision.
 *
 * @module
 */

import { directionsOf, type InkPicture } from "./ink_picture.ts";
import { centerOf, type Line } from "./line.ts";

/** Share of a line's free places that determines its straightness. */
const MOST = 0.8;

/** Shape of a line's ink. */
export interface LineInk {
  /**
   * Maximum distance of the ink's middle from a straight line, at most of its
   * places, in pixels. Places where strokes touch do not count.
   */
  readonly deviation: number;
  /** Median thickness, in pixels of full ink. */
  readonly thickness: number;
}

/**
 * Measures a line's ink weighted by level, which is more precise in a small
 * picture than counting pixels.
 *
 * @param picture Ink on paper.
 * @param line A line in it.
 */
export function inkOfLine(
  { ink, width, threshold }: InkPicture,
  line: Line,
): LineInk {
  const { depth, step, stride } = directionsOf(width, ink.length / width)[
    line.isLevel ? 0 : 1
  ]!;
  const reach = line.thickness / 2 + 2;
  const masses: number[] = [];
  const places: number[] = [];
  let most = 1;
  for (let place = line.start; place < line.end; place++) {
    const middle = centerOf(line, place);
    const first = Math.max(0, Math.round(middle - reach));
    const last = Math.min(depth, Math.round(middle + reach));
    const isInk = (i: number) => ink[place * step + i * stride]! > threshold;
    // Where strokes touch or cross, the line cannot be measured.
    if (first > 0 && isInk(first)) continue;
    if (last < depth && isInk(last - 1)) continue;
    let [mass, moment] = [0, 0];
    for (let i = first; i < last; i++) {
      const level = ink[place * step + i * stride]!;
      if (level > most) most = level;
      mass += level;
      moment += level * (i + 0.5);
    }
    if (mass === 0) continue;
    places.push(moment / mass - middle);
    masses.push(mass);
  }
  const count = masses.length;
  if (count === 0) return { deviation: Infinity, thickness: line.thickness };
  const centre = quantile(places, 0.5);
  return {
    deviation: quantile(places.map((at) => Math.abs(at - centre)), MOST),
    thickness: quantile(masses, 0.5) / most,
  };
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * values.length)]!;
}
