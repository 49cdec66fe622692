/**
 * Joins the pieces of lines that a digit's strokes interrupt.
 *
 * @module
 */

import { centerOf, type Line } from "./line.ts";

/** Maximum difference in slope between pieces of one line. */
const BEND = 0.035;

/**
 * Joins lines that continue each other.
 *
 * @param lines Lines in one direction.
 * @returns The lines, each in one piece.
 */
export function mergeLines(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  const sorted = [...lines].sort((a, b) => a.start - b.start);
  for (const line of sorted) {
    const index = merged.findIndex((other) => isSame(other, line));
    if (index < 0) merged.push(line);
    else merged[index] = joined(merged[index]!, line);
  }
  return merged;
}

function isSame(a: Line, b: Line): boolean {
  const thick = Math.max(a.thickness, b.thickness);
  if (thick > 2 * Math.min(a.thickness, b.thickness)) return false;
  if (Math.abs(a.slope - b.slope) > BEND) return false;
  const middle = (a.end + b.start) / 2;
  const apart = centerOf(a, middle) - centerOf(b, middle);
  return Math.abs(apart) <= 1 + thick / 2;
}

function joined(a: Line, b: Line): Line {
  const longer = a.end - a.start >= b.end - b.start ? a : b;
  const whole = { ...longer, start: a.start, end: Math.max(a.end, b.end) };
  if (b.start < a.end) return whole;
  // From the middle of one piece to the middle of the other.
  const from = (a.start + a.end) / 2;
  const to = (b.start + b.end) / 2;
  const slope = (centerOf(b, to) - centerOf(a, from)) / (to - from);
  return { ...whole, slope, offset: centerOf(a, from) - slope * from };
}
