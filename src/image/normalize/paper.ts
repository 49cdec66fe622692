/**
 * The paper under the ink: how light it would be at each place without it.
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
 * The lightest value of each cell, of means of two by two pixels, so that
 * noise counts less.
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
      // Nothing is lighter than white.
      let lightest = light[at] === 255 ? WHITE : 0;
      for (; x < end && lightest < WHITE; x += 2) {
        const right = Math.min(width - 1, x + 1);
        const sum = pixels[here + x]! + pixels[here + right]! +
          pixels[below + x]! + pixels[below + right]!;
        if (sum > lightest) lightest = sum;
      }
      light[at] = Math.max(light[at]!, lightest / 4);
      // Squares begin in even columns, also if this cell was left early.
      x = end + end % 2;
    }
  }
  return { columns, rows, cell, light };
}

/** Times that the light's surface is estimated and taken out. */
const ROUNDS = 3;

/**
 * Runs paper over everything that is darker than its surroundings and narrower
 * than a third of the picture, following shades and shadows that are wider.
 *
 * That is a morphological closing: the lowest of the highest values around.
 * At the picture's border there is nothing around on one side, and paper that
 * darkens towards it would be lifted; so slopes of the light and darker corners
 * are taken out first, and put back.
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
    const level = light.map((value, i) => value - bent[i]!);
    paper = close(level, columns, rows).map((value, i) => value + bent[i]!);
  }
  return { ...grid, light: paper };
}

/** Whether light is the same everywhere. */
export function isEven(light: Float32Array): boolean {
  for (let i = 1; i < light.length; i++) {
    if (light[i] !== light[0]) return false;
  }
  return true;
}

/** The picture's side by how far a window reaches to each side. */
export const REACH = 6;

function close(light: Float32Array, columns: number, rows: number) {
  if (isEven(light)) return light;
  const reachX = Math.ceil(columns / REACH);
  return closing(light, columns, reachX, Math.ceil(rows / REACH));
}
