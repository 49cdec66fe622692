/**
 * Widens strokes that are thinner than a cell of the fine grid, so that
 * averaging leaves them visible.
 *
 * @module
 */

import type { Box } from "./components.ts";
import type { DigitInk } from "./digit_ink.ts";
import { distanceToInk } from "./distance.ts";
import { BOX_SIZE, FINE } from "./layout.ts";

/** Resulting width, in cells of the fine grid. */
const VISIBLE = 3;

/**
 * Widens hairlines in the picture, before averaging: a stroke of half a cell
 * would become half as dark, and be mistaken for a soft edge.
 *
 * @param digit The digit's ink.
 * @param box Its box in whole pixels.
 * @param threshold The highest level that is still paper.
 * @param pen Width of its strokes in pixels.
 * @returns The same digit and box if strokes are wide enough.
 */
export function thickenHairlines(
  digit: DigitInk,
  box: Box,
  threshold: number,
  pen: number,
): { digit: DigitInk; box: Box } {
  const { ink, width } = digit;
  const height = ink.length / width;
  const size = Math.max(box.right - box.left, box.bottom - box.top);
  const cell = size / (BOX_SIZE * FINE);
  if (cell < 1) return { digit, box };
  const missing = VISIBLE * cell - pen;
  if (missing < 0.5) return { digit, box };
  const reach = missing / 2;
  const isInk = new Float32Array(ink.length);
  for (let i = 0; i < ink.length; i++) {
    if (ink[i]! > threshold) isInk[i] = 1;
  }
  const away = distanceToInk(isInk, width);
  const thick = new Uint8Array(ink.length);
  for (let i = 0; i < ink.length; i++) {
    const share = reach + 0.5 - away[i]!;
    if (share > 0) thick[i] = share >= 1 ? 255 : 255 * share;
  }
  // As dark as the darkest ink, because shares are of full ink now.
  const shares = Float32Array.from({ length: 256 }, (_, level) => level / 255);
  const grown = Math.round(reach);
  return {
    digit: { ink: thick, width, shares },
    box: {
      left: Math.max(0, box.left - grown),
      top: Math.max(0, box.top - grown),
      right: Math.min(width, box.right + grown),
      bottom: Math.min(height, box.bottom + grown),
    },
  };
}
