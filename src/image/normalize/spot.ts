/**
 * Detects round spots that are not writing: a lamp's reflection, a blot, a
 * punched hole.
 *
 * @module
 */

import type { Component, Components } from "./components.ts";

/** Minimum ratio of a spot's axes; a thick 1 is narrower. */
const ROUND = 0.4;

/** Minimum share of its ellipse that a spot fills. */
const FILLED = 0.95;

/**
 * Minimum area of a spot, in pixels; a smaller one may be a 0 whose hole has
 * filled up.
 */
const LEAST_AREA = 400;

/**
 * Whether a digit's parts are a single filled ellipse, unlike any digit: a 0
 * has a hole, a 1 is narrow, and an 8 has a waist.
 *
 * The ellipse has the same second moments.
 *
 * @param components All components of a picture.
 * @param parts The digit's components.
 * @param width Pixels in a row.
 * @see M. K. Hu, "Visual pattern recognition by moment invariants", IRE
 * Transactions on Information Theory 8 (1962)
 */
export function isSpot(
  { runs, labels }: Components,
  parts: readonly Component[],
  width: number,
): boolean {
  const [part] = parts;
  if (part === undefined || parts.length > 1) return false;
  const { label, area, left, top, right, bottom } = part;
  // An ellipse covers pi / 4 of its box.
  if (area < LEAST_AREA || area < 0.6 * (right - left) * (bottom - top)) {
    return false;
  }
  let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (let run = 0; run < labels.length; run++) {
    if (labels[run] !== label) continue;
    const row = Math.floor(runs[2 * run]! / width);
    const dy = row - top;
    for (let at = runs[2 * run]!; at < runs[2 * run + 1]!; at++) {
      const dx = at - row * width - left;
      x += dx;
      y += dy;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
  }
  // The extent of a pixel itself adds a twelfth.
  const a = xx / area - (x / area) ** 2 + 1 / 12;
  const b = xy / area - x * y / area ** 2;
  const c = yy / area - (y / area) ** 2 + 1 / 12;
  const determinant = a * c - b * b;
  const spread = Math.sqrt((a - c) ** 2 + 4 * b * b);
  const ratio = Math.sqrt((a + c - spread) / (a + c + spread));
  return ratio >= ROUND &&
    area >= FILLED * 4 * Math.PI * Math.sqrt(determinant);
}
