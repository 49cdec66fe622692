/**
 * Takes the paper and its light out of a picture, so that ink alone is left.
 *
 * @module
 */

import type { GreyImage } from "./grey.ts";

/** Cells along the longer side of the grid on which the paper is estimated. */
const GRID = 32;

/**
 * Ink as darkening of the paper at the same place: 0 paper, 255 black.
 *
 * The paper is a morphological closing of the picture (the lowest of the
 * highest values around): it runs over everything darker than its
 * surroundings and narrower than half of the picture, and follows shades and
 * shadows that are wider. Ink is what is missing to the paper, as a share of
 * it, since light multiplies: in a shadow both are darker.
 *
 * @param image Dark ink on light paper.
 * @returns `width * height` bytes.
 */
export function inkOnPaper(image: GreyImage): Uint8Array {
  const { width, height, pixels } = image;
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / GRID));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const reachX = Math.ceil(columns / 4);
  const reachY = Math.ceil(rows / 4);
  const highest = spread(
    lightestOfCells(image, cell, columns, rows),
    columns,
    rows,
    reachX,
    reachY,
    Math.max,
  );
  const paper = spread(highest, columns, rows, reachX, reachY, Math.min);

  const ink = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const gridY = clamp((y + 0.5) / cell - 0.5, 0, rows - 1);
    const row = Math.min(rows - 1, Math.floor(gridY));
    const next = Math.min(rows - 1, row + 1);
    const shareY = gridY - row;
    for (let x = 0; x < width; x++) {
      const gridX = clamp((x + 0.5) / cell - 0.5, 0, columns - 1);
      const column = Math.floor(gridX);
      const right = Math.min(columns - 1, column + 1);
      const shareX = gridX - column;
      const upper = paper[row * columns + column]! * (1 - shareX) +
        paper[row * columns + right]! * shareX;
      const lower = paper[next * columns + column]! * (1 - shareX) +
        paper[next * columns + right]! * shareX;
      const light = upper * (1 - shareY) + lower * shareY;
      const at = y * width + x;
      ink[at] = clamp(255 * (light - pixels[at]!) / Math.max(1, light), 0, 255);
    }
  }
  return ink;
}

/** The lightest value of each cell, of means of three by three pixels. */
function lightestOfCells(
  { width, height, pixels }: GreyImage,
  cell: number,
  columns: number,
  rows: number,
): Float32Array {
  const lightest = new Float32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - 1);
      const right = Math.min(width - 1, x + 1);
      const here = y * width;
      const mean = (pixels[above + left]! + pixels[above + x]! +
        pixels[above + right]! + pixels[here + left]! + pixels[here + x]! +
        pixels[here + right]! + pixels[below + left]! + pixels[below + x]! +
        pixels[below + right]!) / 9;
      const at = row + Math.floor(x / cell);
      if (mean > lightest[at]!) lightest[at] = mean;
    }
  }
  return lightest;
}

/** `choose` over the window around each cell, first along rows, then columns. */
function spread(
  cells: Float32Array,
  columns: number,
  rows: number,
  reachX: number,
  reachY: number,
  choose: (a: number, b: number) => number,
): Float32Array {
  const along = new Float32Array(cells.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const to = Math.min(columns - 1, x + reachX);
      let chosen = cells[y * columns + x]!;
      for (let i = Math.max(0, x - reachX); i <= to; i++) {
        chosen = choose(chosen, cells[y * columns + i]!);
      }
      along[y * columns + x] = chosen;
    }
  }
  const across = new Float32Array(cells.length);
  for (let y = 0; y < rows; y++) {
    const to = Math.min(rows - 1, y + reachY);
    for (let x = 0; x < columns; x++) {
      let chosen = along[y * columns + x]!;
      for (let i = Math.max(0, y - reachY); i <= to; i++) {
        chosen = choose(chosen, along[i * columns + x]!);
      }
      across[y * columns + x] = chosen;
    }
  }
  return across;
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
