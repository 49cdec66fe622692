/**
 * The ink of a picture on the fine grid, as `layOut` takes it.
 *
 * @module
 */

import type { Box } from "./components.ts";
import {
  BOX_SIZE,
  FINE,
  type FineInk,
} from "../../../src/image/normalize/layout.ts";
import { resample } from "./resample.ts";
import { missingWidth, widen } from "./stroke_width.ts";

/**
 * Fits a box to the fine grid, keeping its shape, its strokes at least a pen
 * wide.
 *
 * @param shares `[height, width]` shares of full ink, 0 to 1.
 * @param width Pixels in a row.
 * @param box The digit's box, whose edges may cut pixels.
 */
export function fitInk(shares: Float32Array, width: number, box: Box): FineInk {
  const fine = toFineGrid(shares, width, box, 0);
  const reach = missingWidth(fine);
  if (reach === 0) return fine;
  // Ink that grows needs room to grow into, within the same 20x20.
  return widen(toFineGrid(shares, width, box, Math.ceil(reach)), reach);
}

/**
 * Fits a box and an empty frame around it to the fine grid, keeping its shape,
 * and sharpens its edges.
 */
function toFineGrid(
  shares: Float32Array,
  width: number,
  box: Box,
  frame: number,
): FineInk {
  const wide = box.right - box.left;
  const high = box.bottom - box.top;
  const scale = (BOX_SIZE * FINE - 2 * frame) / Math.max(wide, high);
  const columns = Math.max(1, Math.round(wide * scale));
  const rows = Math.max(1, Math.round(high * scale));
  const grid = resample(shares, width, box, columns, rows);
  const framed = columns + 2 * frame;
  const ink = new Float32Array(framed * (rows + 2 * frame));
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const share = (grid[y * columns + x]! - 0.5) * SHARPNESS + 0.5;
      ink[(y + frame) * framed + x + frame] = Math.min(1, Math.max(0, share));
    }
  }
  return { width: framed, height: rows + 2 * frame, ink };
}

/** Slope of ink at an edge, of full ink by full share. */
const SHARPNESS = 2;
