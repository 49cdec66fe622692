/**
 * Digits of a dataset as large pictures.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";

/**
 * Scales an image up, bilinearly.
 *
 * @param image 28x28 bytes, row-major.
 * @param side Of the result, in pixels.
 */
export function enlarged(image: Uint8Array, side: number): Uint8Array {
  const scale = IMAGE_SIZE / side;
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= IMAGE_SIZE || y >= IMAGE_SIZE
      ? 0
      : image[y * IMAGE_SIZE + x]!;
  return Uint8Array.from({ length: side * side }, (_, i) => {
    const x = (i % side + 0.5) * scale - 0.5;
    const y = (Math.floor(i / side) + 0.5) * scale - 0.5;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, below] = [x - left, y - top];
    const upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
    const lower = at(left, top + 1) * (1 - right) +
      at(left + 1, top + 1) * right;
    return Math.round(upper * (1 - below) + lower * below);
  });
}
