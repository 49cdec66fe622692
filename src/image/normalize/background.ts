/**
 * Removes paper and light from a picture, so that only ink remains.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import {
  isEven,
  lightestOfCells,
  type PaperGrid,
  paperUnder,
  REACH,
} from "./paper.ts";
import { closing } from "./closing.ts";
import { wordOf, wordsOf } from "./words.ts";

/**
 * Ink as darkening of the paper at the same place: 0 paper, 255 black.
 *
 * Ink is the missing share of the paper's light, because light multiplies: in a
 * shadow, both ink and paper are darker.
 *
 * @param image Dark ink on light paper.
 * @returns A picture of the same size, 0 paper, 255 ink.
 */
export function inkOnPaper(image: GreyImage): GreyImage {
  const { width, height, pixels } = image;
  const paper = paperUnder(lightestOfCells(image));
  const ink = new Uint8Array(pixels.length);
  const flat = flatLight(paper);
  if (flat !== null) {
    const levels = new Uint8Array(256);
    for (let v = 0; v < levels.length; v++) levels[v] = darkening(v, flat);
    const words = wordsOf(pixels);
    const blank = wordOf(flat);
    for (let i = 0; i < ink.length; i++) {
      if ((i & 3) === 0) {
        let word = i >> 2;
        while (word < words.length && words[word] === blank) word++;
        i = word << 2;
        if (i === ink.length) break;
      }
      ink[i] = levels[pixels[i]!]!;
    }
    return { width, height, pixels: ink };
  }
  // The grid blurs the edges of shadows and glare. The closed picture has no
  // slopes at the border, which the grid follows. Paper is the darker of both.
  const closed = hasEdges(image, paper)
    ? closeAll(pixels, width, height)
    : null;
  const { columns } = paper;
  const across = placesInGrid(width, paper.cell, columns);
  const down = placesInGrid(height, paper.cell, paper.rows);
  const line = new Float32Array(columns + 1);
  for (let y = 0, at = 0; y < height; y++) {
    lineOfGrid(paper, down, y, line);
    for (let x = 0; x < width; x++, at++) {
      const column = across.cells[x]!;
      const here = line[column]!;
      const light = here + (line[column + 1]! - here) * across.shares[x]!;
      const value = pixels[at]!;
      if (value >= light) continue;
      ink[at] = darkening(
        value,
        closed === null ? light : Math.min(light, closed[at]!),
      );
    }
  }
  return { width, height, pixels: ink };
}

/** Minimum pixels along a cell for which blocks of half a cell pay off. */
const LEAST_CELL = 4;

/** Levels by which the grid may be lighter than paper: half of the faintest ink. */
const BLURRED = 6;

/**
 * Whether the grid is lighter than paper anywhere, as it is on the dark side of
 * a shadow's edge. The picture is closed in blocks of half a cell, each as
 * light as its lightest pixel, which takes a fraction of the time.
 */
function hasEdges(
  { width, height, pixels }: GreyImage,
  paper: PaperGrid,
): boolean {
  if (paper.cell < LEAST_CELL) return true;
  const block = Math.ceil(paper.cell / 2);
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  const blocks = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    let to = Math.floor(y / block) * columns;
    for (let at = y * width; at < end; to++) {
      const stop = Math.min(end, at + block);
      let lightest = blocks[to]!;
      for (; at < stop; at++) {
        if (pixels[at]! > lightest) lightest = pixels[at]!;
      }
      blocks[to] = lightest;
    }
  }
  const closed = closeAll(blocks, columns, rows);
  const across = placesInGrid(columns, paper.cell / block, paper.columns);
  const down = placesInGrid(rows, paper.cell / block, paper.rows);
  const line = new Float32Array(paper.columns + 1);
  for (let y = 0, at = 0; y < rows; y++) {
    lineOfGrid(paper, down, y, line);
    for (let x = 0; x < columns; x++, at++) {
      const column = across.cells[x]!;
      const here = line[column]!;
      const light = here + (line[column + 1]! - here) * across.shares[x]!;
      if (closed[at]! < light - BLURRED) return true;
    }
  }
  return false;
}

/** Closes a picture or a grid with a window as large as a digit. */
function closeAll(levels: Uint8Array, width: number, height: number) {
  return closing(
    levels,
    width,
    Math.ceil(width / REACH),
    Math.ceil(height / REACH),
  );
}

/** Light along a row that lies between two rows of a grid's cells. */
function lineOfGrid(
  { columns, rows, light }: PaperGrid,
  { cells, shares }: Places,
  row: number,
  line: Float32Array,
): void {
  const upper = cells[row]! * columns;
  const lower = Math.min(rows - 1, cells[row]! + 1) * columns;
  const share = shares[row]!;
  for (let column = 0; column < columns; column++) {
    line[column] = light[upper + column]! * (1 - share) +
      light[lower + column]! * share;
  }
  line[columns] = line[columns - 1]!;
}

/** The missing share of the paper's light, 0 to 255. */
function darkening(value: number, light: number): number {
  if (value >= light) return 0;
  return 255 * (light - value) / Math.max(1, light);
}

/** Positions of pixels relative to the centres of a grid's cells. */
interface Places {
  /** The last cell whose centre is not beyond the pixel's, for each pixel. */
  readonly cells: Int32Array;
  /** How far each is towards the next cell's centre, 0 to 1. */
  readonly shares: Float64Array;
}

/** Where each of `count` pixels lies in a grid of `cells` cells. */
function placesInGrid(count: number, cell: number, cells: number): Places {
  const whole = new Int32Array(count);
  const shares = new Float64Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    const place = Math.fround(
      Math.max(0, Math.min(cells - 1, (pixel + 0.5) / cell - 0.5)),
    );
    whole[pixel] = place;
    shares[pixel] = place - whole[pixel]!;
  }
  return { cells: whole, shares };
}

/** The light of the paper if it is the same everywhere, else null. */
function flatLight({ light }: PaperGrid): number | null {
  return isEven(light) ? light[0]! : null;
}
