/**
 * MNIST's digits as pen strokes, so that real handwriting can be redrawn at any
 * size with any pen.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../../../src/network/numbers.ts";
import {
  type DigitStrokes,
  fitToUnit,
} from "../../../tests/image/scenes/digit_strokes.ts";
import type { DigitSource } from "../../../tests/image/scenes/mod.ts";
import type { Segment } from "../../../tests/image/scenes/sheet.ts";
import type { Dataset } from "../../data/dataset.ts";
import { thin } from "./thin.ts";

/** Pixels that each pixel of MNIST becomes along a side. */
const SCALE = 4;

/** Draws from a dataset, a digit at random. */
export function digitsOf({ images, labels, count }: Dataset): DigitSource {
  return (random) => {
    const index = random.below(count);
    const start = index * IMAGE_PIXELS;
    return traceStrokes(
      images.subarray(start, start + IMAGE_PIXELS),
      labels[index]!,
    );
  };
}

/** The middle lines of a digit's strokes. */
export function traceStrokes(image: Uint8Array, digit: number): DigitStrokes {
  const width = IMAGE_SIZE * SCALE;
  const lines = thin(enlarged(image, width), width);
  const segments: Segment[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === 0) continue;
    const x = at % width;
    const y = (at - x) / width;
    // Only half of the neighbours: the others have already found this pixel.
    for (const [dx, dy] of [[1, 0], [0, 1], [1, 1], [-1, 1]] as const) {
      if (lines[at + dy * width + dx] === 0) continue;
      // A corner is already connected through its straight neighbours.
      const isCorner = dx !== 0 && dy !== 0 &&
        (lines[at + dx] === 1 || lines[at + dy * width] === 1);
      if (!isCorner) segments.push([x, y, x + dx, y + dy]);
    }
  }
  return fitToUnit(digit, segments);
}

/** A digit image, interpolated and thresholded. */
function enlarged(image: Uint8Array, width: number): Uint8Array {
  const level = (x: number, y: number) =>
    x < 0 || y < 0 || x >= IMAGE_SIZE || y >= IMAGE_SIZE
      ? 0
      : image[y * IMAGE_SIZE + x]!;
  const ink = new Uint8Array(width * width);
  for (let at = 0; at < ink.length; at++) {
    const column = at % width;
    const x = (column + 0.5) / SCALE - 0.5;
    const y = ((at - column) / width + 0.5) / SCALE - 0.5;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [x - left, y - top];
    const upper = (1 - u) * level(left, top) + u * level(left + 1, top);
    const lower = (1 - u) * level(left, top + 1) + u * level(left + 1, top + 1);
    ink[at] = (1 - v) * upper + v * lower >= 96 ? 1 : 0;
  }
  return ink;
}
