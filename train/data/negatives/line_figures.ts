/**
 * Meaningless drawings, composed of lines, curves, boxes and zigzags.
 *
 * @module
 */

import type { Stroke } from "../../../src/image/strokes.ts";
import type { Random } from "../../../src/network/random.ts";
import { smoothStroke } from "../drawn/curve.ts";
import { arc, corner } from "../drawn/places.ts";
import type { Place } from "../drawn/template.ts";

/** A part of a drawing around a place, reaching about `size` from it. */
type Part = (x: number, y: number, size: number, random: Random) => Place[];

const PARTS: readonly Part[] = [
  // A line.
  (x, y, size, random) => {
    const angle = random.between(0, Math.PI);
    const [across, down] = [size * Math.cos(angle), size * Math.sin(angle)];
    return [[x - across, y - down], [x + across, y + down]];
  },
  // A curve, up to a whole ellipse.
  (x, y, size, random) =>
    arc(
      x,
      y,
      size,
      size * random.between(0.4, 1),
      random.between(0, 2 * Math.PI),
      random.between(0.3, 1.05),
    ),
  // A box or another polygon.
  (x, y, size, random) => {
    const corners = 3 + random.below(3);
    const first = random.between(0, 2 * Math.PI);
    const places: Place[] = [];
    for (let i = 0; i <= corners; i++) {
      const angle = first + 2 * Math.PI * (i % corners) / corners;
      places.push(...corner([
        x + size * Math.cos(angle),
        y + size * Math.sin(angle),
      ]));
    }
    return places;
  },
  // A zigzag.
  (x, y, size, random) => {
    const turns = 3 + random.below(4);
    const tall = size * random.between(0.2, 0.7);
    const places: Place[] = [];
    for (let i = 0; i <= turns; i++) {
      places.push(...corner([
        x + size * (2 * i / turns - 1),
        y + (i % 2 === 0 ? tall : -tall),
      ]));
    }
    return places;
  },
];

/**
 * Three to six parts, near each other. The first has corners, because lines and
 * curves alone may form a digit.
 */
export function lineFigure(random: Random): Stroke[] {
  return Array.from({ length: 3 + random.below(4) }, (_, i) => {
    const part = PARTS[i === 0 ? 2 + random.below(2) : random.below(4)]!;
    const x = random.between(20, 80);
    const y = random.between(25, 115);
    return smoothStroke(part(x, y, random.between(12, 45), random));
  });
}
