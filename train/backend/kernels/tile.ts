/**
 * The tile under convolutions of any shape: four pixels by eight output
 * channels, each pixel with its own address.
 */

import { ANY, FourByEight } from "./four_by_eight";

/** Pixels of a tile. */
export const PIXELS: usize = 4;

/** Bytes of a pointer table: four input addresses, then four output addresses. */
export const TABLE_BYTES: usize = 8 * PIXELS;

/**
 * Sums `rows` runs of `run` floats for four pixels and eight channels. Without
 * rows, as where a stride skips input pixels, sums are zero.
 *
 * The panel `w` holds rows * run groups of eight weights. A tile that has fewer
 * than four pixels repeats one: equal values are then written twice.
 *
 * @param table Four addresses of first inputs, four of output pixels.
 * @param rowSkip Bytes from the end of one run to the start of the next.
 * @param outOffset Bytes from an output pixel to this panel's first channel.
 * @param channels Channels to store, from 1 to 8.
 */
export function tile(
  table: usize,
  rows: i32,
  rowSkip: usize,
  run: i32,
  w: usize,
  outOffset: usize,
  channels: i32,
): void {
  FourByEight.ofRows(
    load<usize>(table, 0),
    load<usize>(table, 4),
    load<usize>(table, 8),
    load<usize>(table, 12),
    max(rows, 1),
    rows > 0 ? run : 0,
    ANY,
    rowSkip,
    w,
    load<usize>(table, 16) + outOffset,
    load<usize>(table, 20) + outOffset,
    load<usize>(table, 24) + outOffset,
    load<usize>(table, 28) + outOffset,
    4,
    channels,
    0,
  );
}
