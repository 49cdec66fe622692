/**
 * How the fine grid lies in memory: rows of `STRIDE` floats, of which the first
 * `PAD` and those after the last cell are 0.
 */

/** Floats from row to row: 80 cells and room on both sides. */
export const STRIDE = 88;

/** Floats before a row's first cell. */
export const PAD = 4;

/** Address of a cell. */
export function cellAt(grid: i32, x: i32, y: i32): i32 {
  return grid + 4 * (y * STRIDE + PAD + x);
}
