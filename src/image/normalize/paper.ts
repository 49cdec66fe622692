/**
 * Estimates the paper under the ink: how light each place would be without it.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { closing } from "./closing.ts";
import { bentSurface } from "./surface.ts";

/** Cells along the longer side of the grid on which paper is estimated. */
const GRID = 32;

/** Sum of four white pixels. */
const WHITE = 4 * 255;

/** Light on a coarse grid over a picture. */
export interface PaperGrid {
  /** Cells in a row. */
  readonly columns: number;
  /** Rows of cells. */
  readonly rows: number;
  /** Pixels along a cell. */
  readonly cell: number;
  /** `[rows, columns]` levels, 0 to 255. */
  readonly light: Float32Array;
}

/**
 * The lightest value of each cell, over means of two by two pixels, to reduce
 * noise.
 *
 * @param image Dark ink on light paper.
 */
export function lightestOfCells(
  { width, height, pixels }: GreyImage,
): PaperGrid {
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / GRID));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const light = new Float32Array(columns * rows);
  if (cell === 1) {
    light.set(pixels);
    return { columns, rows, cell, light };
  }
  for (let y = 0; y < height; y += 2) {
    const here = y * width;
    const below = Math.min(height - 1, y + 1) * width;
    const row = Math.floor(y / cell) * columns;
    for (let column = 0, x = 0; column < columns; column++) {
      const end = Math.min(width, (column + 1) * cell);
      const at = row + column;
      // Nothing can be lighter than white.
      let lightest = light[at] === 255 ? WHITE : 0;
      for (; x < end && lightest < WHITE; x += 2) {
        const right = Math.min(width - 1, x + 1);
        const sum = pixels[here + x]! + pixels[here + right]! +
          pixels[below + x]! + pixels[below + right]!;
        if (sum > lightest) lightest = sum;
      }
      light[at] = Math.max(light[at]!, lightest / 4);
      // Squares begin at even columns, even if this cell was left early.
      x = end + end % 2;
    }
  }
  return { columns, rows, cell, light };
}

/** How often the surface of the light is estimated and removed. */
const ROUNDS = 3;

/**
 * Fills everything that is darker than its surroundings and narrower than a
 * third of the picture with paper. Wider shades and shadows remain.
 *
 * This is a morphological closing: the lowest of the highest values around. At
 * the border, one side has no surroundings, and paper that darkens towards it
 * would be made lighter. So the slope and curvature of the light are removed
 * first, and added again afterwards.
 *
 * @param grid The lightest value of each cell.
 * @see J. Serra, "Image Analysis and Mathematical Morphology" (1982)
 */
export function paperUnder(grid: PaperGrid): PaperGrid {
  const { columns, rows, light } = grid;
  let paper = close(light, columns, rows);
  for (let round = 0; round < ROUNDS; round++) {
    if (isEven(paper)) break;
    const bent = bentSurface(paper, columns, rows);
    const level = new Float32Array(light.length);
    for (let i = 0; i < level.length; i++) level[i] = light[i]! - bent[i]!;
    paper = close(level, columns, rows);
    for (let i = 0; i < paper.length; i++) paper[i] = paper[i]! + bent[i]!;
  }
  return { ...grid, light: paper };
}

/** Whether the light is uniform. */
export function isEven(light: Float32Array): boolean {
  for (let i = 1; i < light.length; i++) {
    if (light[i] !== light[0]) return false;
  }
  return true;
}

/** Number of times that a window's reach fits into the picture's side. */
export const REACH = 6;

function close(light: Float32Array, columns: number, rows: number) {
  if (isEven(light)) return light;
  const reachX = Math.ceil(columns / REACH);
  return closing(light, columns, reachX, Math.ceil(rows / REACH));
}
