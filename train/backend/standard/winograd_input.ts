/**
 * The first half of every Winograd convolution: images to transformed tiles.
 *
 * @module
 */

import { type Device, gridOf } from "../wasm.ts";
import type { Tiles } from "./winograd_tiles.ts";

/** Sizes of images, and the padding before them. */
export interface InputImages {
  /** Rows. */
  readonly height: number;
  /** Columns. */
  readonly width: number;
  /** Channels. */
  readonly inputs: number;
  /** Rows of zeros above. */
  readonly top: number;
  /** Columns of zeros on the left. */
  readonly left: number;
}

/** Addresses that {@linkcode transformInputs} uses. */
export interface InputAddresses {
  /** The first image. */
  readonly from: number;
  /** Scratch for padded images, whose borders are cleared. */
  readonly padded: number;
  /** Scratch of `TEMP_BYTES`. */
  readonly temp: number;
  /** The transformed tiles, `step` bytes from one frequency to the next. */
  readonly to: number;
}

/**
 * Pads images and transforms their tiles.
 *
 * @param count Number of images.
 * @param step Bytes from one frequency to the next.
 */
export function transformInputs(
  { kernels }: Device,
  { height, width, inputs, top, left }: InputImages,
  tiles: Tiles,
  count: number,
  step: number,
  { from, padded, temp, to }: InputAddresses,
): void {
  const { paddedHeight, paddedWidth, rows, columns } = tiles;
  const grid = gridOf(paddedHeight, paddedWidth, inputs);
  kernels.padImages(
    ...[from, padded, count, height, width, inputs, top, left],
    ...[paddedHeight, paddedWidth, inputs],
  );
  kernels.winogradInput(
    ...[padded, grid.image, grid.row, count, rows, columns],
    ...[inputs, temp, to, step],
  );
}
