/**
 * Finds the edges of a digit's box at subpixel precision.
 *
 * In a picture of few pixels, a box of whole pixels is up to a pixel too large
 * or too small, which would change the digit's size by a tenth. The share of
 * ink in the outermost pixels shows where the edge is.
 *
 * @module
 */

import type { Box } from "./components.ts";
import type { DigitInk } from "./digit_ink.ts";

/** Share of ink at an edge. */
const HALF = 0.5;

/** How far the soft edges of a box's ink may reach, in pixels. */
const MARGIN = 2;

/**
 * Moves a box's sides to where ink falls to half.
 *
 * @param digit The digit's ink, whose shares grow with the level.
 * @param box A box of whole pixels, whose sides are at most a pixel off.
 * @returns The box with sides between pixels; at least half a pixel wide.
 */
export function refineBox({ ink, width, shares }: DigitInk, box: Box): Box {
  const height = ink.length / width;
  // There is no ink of the digit beyond these.
  const first = Math.max(0, box.left - MARGIN);
  const end = Math.min(width, box.right + MARGIN);
  const upper = Math.max(0, box.top - MARGIN);
  const lower = Math.min(height, box.bottom + MARGIN);
  const column = (x: number) => {
    let most = 0;
    if (x < first || x >= end) return 0;
    for (let y = box.top; y < box.bottom; y++) {
      const level = ink[y * width + x]!;
      if (level > most) most = level;
    }
    return shares[most]!;
  };
  const row = (y: number) => {
    let most = 0;
    if (y < upper || y >= lower) return 0;
    for (let x = box.left; x < box.right; x++) {
      const level = ink[y * width + x]!;
      if (level > most) most = level;
    }
    return shares[most]!;
  };
  const left = crossing(column, box.left, -1);
  const right = crossing(column, box.right - 1, 1) + 1;
  const top = crossing(row, box.top, -1);
  const bottom = crossing(row, box.bottom - 1, 1) + 1;
  return {
    left: clamp(left, 0, box.right - HALF),
    right: clamp(right, left + HALF, width),
    top: clamp(top, 0, box.bottom - HALF),
    bottom: clamp(bottom, top + HALF, height),
  };
}

/**
 * Where a profile falls to half, outwards from its last pixel of ink.
 *
 * @returns The position of the edge; the pixel's own position if the edge is at
 * its outer side.
 */
function crossing(
  profile: (at: number) => number,
  last: number,
  outwards: 1 | -1,
): number {
  for (let step = -1; step <= 2; step++) {
    const inner = profile(last + outwards * step);
    const outer = profile(last + outwards * (step + 1));
    if (inner >= HALF && outer < HALF) {
      const beyond = (inner - HALF) / (inner - outer);
      return last + outwards * (step + beyond - HALF);
    }
  }
  return last;
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
