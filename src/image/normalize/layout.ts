/**
 * MNIST's layout: the ink's box fitted to 20x20, its centre of mass at the
 * centre of 28x28.
 *
 * @see {@link http://yann.lecun.com/exdb/mnist/ | The MNIST database}, "the
 * images were centered in a 28x28 image by computing the center of mass"
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../../network/numbers.ts";

/** Side of the square that contains a digit, in pixels. */
export const BOX_SIZE = 20;

/** Cells of the fine grid per pixel, along each side. */
export const FINE = 4;

/** Ink on a grid {@linkcode FINE} times as fine as the digit image. */
export interface FineInk {
  /** Cells in a row; `BOX_SIZE * FINE` or fewer. */
  readonly width: number;
  /** Rows; `BOX_SIZE * FINE` or fewer. */
  readonly height: number;
  /** `width * height` shares of ink, 0 to 1. */
  readonly ink: Float32Array;
}

/**
 * Averages the fine grid to pixels and moves the centre of mass to the centre
 * of the digit image, by whole pixels, as MNIST does.
 *
 * @param fine The digit's box, one side of which is `BOX_SIZE * FINE` cells.
 * @returns 28x28 bytes, 0 paper, 255 ink.
 */
export function layOut({ width, height, ink }: FineInk): Uint8Array {
  const columns = Math.ceil(width / FINE);
  const rows = Math.ceil(height / FINE);
  // Cells that do not fill a pixel are split evenly between both sides.
  const offsetX = (columns * FINE - width) >> 1;
  const offsetY = (rows * FINE - height) >> 1;
  const box = new Float32Array(columns * rows);
  const columnOf = Int32Array.from(
    { length: width },
    (_, x) => Math.floor((x + offsetX) / FINE),
  );
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor((y + offsetY) / FINE) * columns;
    for (let x = 0; x < width; x++, at++) {
      const value = ink[at]!;
      if (value === 0) continue;
      const to = row + columnOf[x]!;
      box[to] = box[to]! + value / (FINE * FINE);
    }
  }
  let mass = 0;
  let momentX = 0;
  let momentY = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const value = box[at]!;
      mass += value;
      momentX += value * column;
      momentY += value * row;
    }
  }
  const pixels = new Uint8Array(IMAGE_PIXELS);
  if (mass === 0) return pixels;
  const center = (IMAGE_SIZE - 1) / 2;
  const left = within(Math.round(center - momentX / mass), columns);
  const top = within(Math.round(center - momentY / mass), rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = Math.round(255 * box[row * columns + column]!);
      pixels[(top + row) * IMAGE_SIZE + left + column] = value;
    }
  }
  return pixels;
}

/** Clamps a box of `size` to the digit image. */
function within(start: number, size: number): number {
  return Math.max(0, Math.min(IMAGE_SIZE - size, start));
}
