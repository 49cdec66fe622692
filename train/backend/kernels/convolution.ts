/**
 * Convolution over padded images, defined only by strides: forward convolutions
 * and each phase of an input gradient use this loop with different strides. The
 * caller pads and packs.
 */

import { PIXELS, TABLE_BYTES, tile } from "./tile";

/** Tiles that share a panel while it is in the first-level cache. */
const TILES: usize = 12;

/**
 * Convolves a grid of output pixels of several images.
 *
 * All steps are in bytes. The kernel covers `rows` runs of `run` floats, the
 * runs `rowStep` apart; `weights` holds panels of eight output channels
 * (see `packPanels`). Four pixels at a time, across rows and images alike, so
 * ragged widths cost nothing. A few tiles are computed with one panel before
 * the next, so that both stay in the first-level cache.
 *
 * @param table Scratch of 12 pointer tables, 384 bytes.
 */
export function convolve(
  input: usize,
  inImage: usize,
  inRow: usize,
  inPixel: usize,
  output: usize,
  outImage: usize,
  outRow: usize,
  outPixel: usize,
  images: i32,
  height: usize,
  width: i32,
  rows: i32,
  rowStep: usize,
  run: i32,
  weights: usize,
  channels: i32,
  table: usize,
): void {
  const rowSkip = rowStep - (<usize> run << 2);
  const panelBytes = <usize> (rows * run) << 5;
  const pixels = images * <i32> height * width;
  let image: usize = 0;
  let y: usize = 0;
  let x = 0;
  let from = input;
  let to = output;
  for (let first = 0; first < pixels;) {
    let tiles: usize = 0;
    for (; tiles < TILES && first < pixels; tiles++) {
      const entry = table + tiles * TABLE_BYTES;
      for (let i: usize = 0; i < PIXELS; i++) {
        store<usize>(entry + (i << 2), from);
        store<usize>(entry + (i << 2), to, TABLE_BYTES / 2);
        // The last pixel is repeated, with the same result, to fill its tile.
        if (++first >= pixels) continue;
        x++;
        from += inPixel;
        to += outPixel;
        if (x < width) continue;
        x = 0;
        y++;
        if (y == height) {
          y = 0;
          image++;
        }
        from = input + image * inImage + y * inRow;
        to = output + image * outImage + y * outRow;
      }
    }
    let panel = weights;
    let offset: usize = 0;
    for (let left = channels; left > 0; left -= 8) {
      for (let i: usize = 0; i < tiles; i++) {
        const entry = table + i * TABLE_BYTES;
        tile(entry, rows, rowSkip, run, panel, offset, min(left, 8));
      }
      panel += panelBytes;
      offset += 32;
    }
  }
}
