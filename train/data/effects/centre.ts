/**
 * MNIST's placement of a digit: its centre of mass is on the pixel (14, 14), up
 * to whole pixels. (Over the 60,000 training images the means are 14.01 and
 * 14.00; the standard deviations of 0.29 are those of a rounding error.)
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";

/** Column and row, 0-based, where MNIST has the centre of mass. */
export const CENTRE = IMAGE_SIZE / 2;

/** A place in an image, in pixels; whole numbers are pixel centres. */
export interface Point {
  /** Column, 0 the leftmost. */
  readonly x: number;
  /** Row, 0 the topmost. */
  readonly y: number;
}

/**
 * The centre of mass of an image's ink.
 *
 * @param image 28x28, row-major, 0 paper.
 * @returns {@linkcode CENTRE} for a blank image.
 */
export function centreOfMass(image: Float32Array): Point {
  let mass = 0;
  let sumX = 0;
  let sumY = 0;
  for (let y = 0, i = 0; y < IMAGE_SIZE; y++) {
    let row = 0;
    for (let x = 0; x < IMAGE_SIZE; x++, i++) {
      const ink = image[i]!;
      row += ink;
      sumX += ink * x;
    }
    mass += row;
    sumY += row * y;
  }
  if (mass === 0) return { x: CENTRE, y: CENTRE };
  return { x: sumX / mass, y: sumY / mass };
}

/**
 * Moves an image by whole pixels, in place, so that its centre of mass is
 * within half a pixel of a place. Ink that leaves the image is lost.
 *
 * @param image 28x28, row-major, 0 paper.
 * @param place Where the centre of mass should be.
 *
 * @example
 * ```ts
 * import { centreOfMass, recentre } from "./centre.ts";
 * import assert from "node:assert/strict";
 *
 * const dot = new Float32Array(784);
 * dot[3 * 28 + 20] = 1;
 * recentre(dot, { x: 14, y: 14 });
 * assert.deepEqual(centreOfMass(dot), { x: 14, y: 14 });
 * ```
 */
export function recentre(image: Float32Array, place: Point): void {
  const centre = centreOfMass(image);
  const right = Math.round(place.x - centre.x);
  const down = Math.round(place.y - centre.y);
  if (right === 0 && down === 0) return;
  const before = image.slice();
  image.fill(0);
  for (let y = 0; y < IMAGE_SIZE; y++) {
    const from = y - down;
    if (from < 0 || from >= IMAGE_SIZE) continue;
    for (let x = Math.max(0, right); x < IMAGE_SIZE + Math.min(0, right); x++) {
      image[y * IMAGE_SIZE + x] = before[from * IMAGE_SIZE + x - right]!;
    }
  }
}
