/**
 * Fits a digit's box to the fine grid, which is averaged to MNIST's layout.
 *
 * @module
 */

import type { Box } from "./components.ts";
import type { DigitInk } from "./digit_ink.ts";
import { BOX_SIZE, FINE, type FineInk } from "./layout.ts";
import { resample } from "./resample.ts";
import { missingWidth, widen } from "./stroke_width.ts";

/** Gain that sharpens the edges of ink. */
const SHARPNESS = 2;

/**
 * Fits a box to the fine grid, keeping its proportions. Strokes become at least
 * as wide as a pen's.
 *
 * @param digit The digit's ink.
 * @param box The digit's box; its edges may lie between pixels.
 * @returns Ink whose longer side is `BOX_SIZE * FINE` cells.
 */
export function fitInk(digit: DigitInk, box: Box): FineInk {
  const measured = toFineGrid(digit, box, 0);
  const reach = missingWidth(measured);
  if (reach === 0) return measured;
  // Strokes that are widened need room within the same 20x20.
  return widen(toFineGrid(digit, box, Math.ceil(reach)), reach);
}

/**
 * Fits a box with an empty margin to the fine grid, and sharpens its edges.
 */
function toFineGrid(digit: DigitInk, box: Box, frame: number): FineInk {
  const wide = box.right - box.left;
  const high = box.bottom - box.top;
  const scale = (BOX_SIZE * FINE - 2 * frame) / Math.max(wide, high);
  const columns = Math.max(1, Math.round(wide * scale));
  const rows = Math.max(1, Math.round(high * scale));
  const grid = resample(digit, box, columns, rows);
  const width = columns + 2 * frame;
  const ink = new Float32Array(width * (rows + 2 * frame));
  for (let y = 0; y < rows; y++) {
    const from = y * columns;
    const to = (y + frame) * width + frame;
    for (let x = 0; x < columns; x++) {
      const cover = grid[from + x]!;
      if (cover === 0) continue;
      const share = (cover - 0.5) * SHARPNESS + 0.5;
      if (share > 0) ink[to + x] = share > 1 ? 1 : share;
    }
  }
  return { width, height: rows + 2 * frame, ink };
}
