/**
 * Takes the paper and its light out of a picture, so that ink alone is left.
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

/**
 * Ink as darkening of the paper at the same place: 0 paper, 255 black.
 *
 * Ink is what is missing to the paper as a share of it, since light
 * multiplies: in a shadow both are darker.
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
    for (let i = 0; i < ink.length; i++) ink[i] = levels[pixels[i]!]!;
    return { width, height, pixels: ink };
  }
  // The grid blurs the edges of shadows and glare; the closed picture has none
  // of the slopes that the grid follows at the border. Paper is the darker.
  const closed = closing(
    pixels,
    width,
    Math.ceil(width / REACH),
    Math.ceil(height / REACH),
  );
  const { columns, rows, cell, light } = paper;
  const places = Float32Array.from(
    { length: width },
    (_, x) => placeInGrid(x, cell, columns),
  );
  const line = new Float32Array(columns + 1);
  for (let y = 0; y < height; y++) {
    const place = placeInGrid(y, cell, rows);
    const upper = Math.floor(place) * columns;
    const lower = Math.min(rows - 1, Math.floor(place) + 1) * columns;
    const share = place - Math.floor(place);
    for (let column = 0; column < columns; column++) {
      line[column] = light[upper + column]! * (1 - share) +
        light[lower + column]! * share;
    }
    line[columns] = line[columns - 1]!;
    for (let x = 0; x < width; x++) {
      const column = Math.floor(places[x]!);
      const part = places[x]! - column;
      const here = line[column]! + (line[column + 1]! - line[column]!) * part;
      const at = y * width + x;
      ink[at] = darkening(pixels[at]!, Math.min(here, closed[at]!));
    }
  }
  return { width, height, pixels: ink };
}

/** What is missing to the paper's light, as a share of it, 0 to 255. */
function darkening(value: number, light: number): number {
  if (value >= light) return 0;
  return 255 * (light - value) / Math.max(1, light);
}

/** Where a pixel lies between the centres of a grid's cells. */
function placeInGrid(pixel: number, cell: number, cells: number): number {
  return Math.max(0, Math.min(cells - 1, (pixel + 0.5) / cell - 0.5));
}

/** The light of paper that is the same everywhere, else null. */
function flatLight({ light }: PaperGrid): number | null {
  return isEven(light) ? light[0]! : null;
}
