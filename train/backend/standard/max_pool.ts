/**
 * Maximum pooling over 2 x 2 windows, and its gradient.
 *
 * @module
 */

import type { Device } from "../wasm.ts";

/** Shape of the pooled images: `[batch, height, width, channels]`. */
export type ImagesShape = readonly [number, number, number, number];

/** The attributes of TensorFlow.js's pooling kernels. */
export interface PoolAttributes {
  /** Sides of the window, in pixels. */
  readonly filterSize: [number, number] | number;
  /** Steps of the window, in pixels. */
  readonly strides: [number, number] | number;
  /** `valid`, `same` or pixels of padding. */
  readonly pad: unknown;
  /** How an uneven number of windows is rounded. */
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Whether a pooling uses adjacent whole 2 x 2 windows, the only case that these
 * kernels support. `same` differs from `valid` where a side is odd.
 */
export function isPool2(shape: ImagesShape, pool: PoolAttributes): boolean {
  const [, height, width] = shape;
  const even = height % 2 === 0 && width % 2 === 0;
  return [pool.filterSize, pool.strides].flat().every((side) => side === 2) &&
    (pool.pad === "valid" || pool.pad === 0 || (pool.pad === "same" && even)) &&
    (even || (pool.dimRoundingMode ?? "floor") === "floor");
}

/**
 * Computes the largest value of each 2 x 2 window; an odd edge is left out.
 *
 * @param x Address of the images.
 * @param y Address of the result, half as high and wide, written.
 */
export function maxPool2(
  device: Device,
  shape: ImagesShape,
  x: number,
  y: number,
): void {
  device.kernels.maxPool2(x, ...shape, y);
}

/**
 * Computes the gradient of {@linkcode maxPool2}; of equal values the first in
 * row-major order takes all, as in TensorFlow.js's CPU backend.
 *
 * @param x Address of the images that were pooled.
 * @param dy Address of the output gradient.
 * @param dx Address of the input gradient, written.
 */
export function maxPool2Gradient(
  device: Device,
  shape: ImagesShape,
  x: number,
  dy: number,
  dx: number,
): void {
  const [batch, height, width, channels] = shape;
  if (height % 2 === 1 || width % 2 === 1) {
    device.kernels.clear(dx, 4 * batch * height * width * channels);
  }
  device.kernels.maxPool2Gradient(x, dy, ...shape, dx);
}
