/**
 * The micro-kernel of the filter gradient: four taps (neighbours in a kernel
 * row's run of columns x input channels) by eight output channels, summed over
 * the pixels of a block of rows, then added to the gradient in memory.
 */

import { FourByEight } from "./four_by_eight";

/** Taps of a tile. */
export const TAPS = 4;

/**
 * Adds to `dw` the sum over a block's pixels of input times output gradient.
 *
 * Reads four inputs per pixel even if fewer taps are kept.
 *
 * @param x Input under the block's first pixel, at the first tap.
 * @param xPixel Bytes between the inputs of neighbouring pixels.
 * @param xSkip Bytes added at the end of a row of pixels; `xNext` of an image.
 * @param d Output gradient of the first pixel; `dyPixel`, `dySkip` likewise.
 * @param dw Where the tile's sums are added; taps are `dwRow` bytes apart.
 * @param taps Taps kept, from 1 to 4.
 * @param channels Channels kept, from 1 to 8.
 */
export function filterTile(
  x: usize,
  xPixel: usize,
  xSkip: usize,
  d: usize,
  dyPixel: usize,
  dySkip: usize,
  images: i32,
  xNext: usize,
  dyNext: usize,
  rows: i32,
  columns: i32,
  dw: usize,
  dwRow: usize,
  taps: i32,
  channels: i32,
): void {
  FourByEight.ofOuterProducts(
    x,
    xPixel,
    xSkip,
    xNext,
    d,
    dyPixel,
    dySkip,
    dyNext,
    images,
    rows,
    columns,
    dw,
    dw + dwRow,
    dw + 2 * dwRow,
    dw + 3 * dwRow,
    taps,
    channels,
    1,
  );
}
