/**
 * Quadrilaterals around parts of a picture.
 *
 * @module
 */

import type { Component, Components } from "./components.ts";

/** A point in the picture, between pixels. */
export interface Corner {
  /** Columns from the left. */
  readonly x: number;
  /** Rows from the top. */
  readonly y: number;
}

/** Steps to the right and down in the four diagonal directions. */
const DIAGONALS = [[1, 1], [-1, 1], [-1, -1], [1, -1]] as const;

/** The points of a part that are farthest in the four diagonal directions. */
export function cornersOf(
  { runs, labels }: Components,
  { label }: Component,
  width: number,
): Corner[] {
  return DIAGONALS.map(([dx, dy]) => {
    let corner = { x: 0, y: 0 };
    let farthest = -Infinity;
    // The end of each run that is farther.
    const side = dx > 0 ? 1 : 0;
    for (let run = 0; run < labels.length; run++) {
      if (labels[run] !== label) continue;
      const row = Math.floor(runs[2 * run]! / width);
      const x = runs[2 * run + side]! - row * width;
      const y = dy > 0 ? row + 1 : row;
      const reach = dx * x + dy * y;
      if (reach <= farthest) continue;
      farthest = reach;
      corner = { x, y };
    }
    return corner;
  });
}

/**
 * Distance from a pixel's centre to the nearest side, from inside; below 0
 * outside.
 */
export function depthIn(
  corners: readonly Corner[],
): (x: number, y: number) => number {
  const sides = corners.map((from, i) => {
    const to = corners[(i + 1) % 4]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [across, along] = [
      (to.x - from.x) / length,
      (to.y - from.y) / length,
    ];
    return { across, along, away: along * from.x - across * from.y };
  });
  return (x, y) => {
    let least = Infinity;
    for (const { across, along, away } of sides) {
      const depth = across * (y + 0.5) - along * (x + 0.5) + away;
      if (depth < least) least = depth;
    }
    return least;
  };
}

/** Perimeter of a quadrilateral. */
export function wayAround(corners: readonly Corner[]): number {
  return corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % 4]!;
    return sum + Math.hypot(next.x - x, next.y - y);
  }, 0);
}

/** The area of a quadrilateral, in pixels. */
export function areaOf(corners: readonly Corner[]): number {
  return Math.abs(corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % 4]!;
    return sum + x * next.y - next.x * y;
  }, 0)) / 2;
}
