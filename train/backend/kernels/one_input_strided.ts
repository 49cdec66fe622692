/**
 * Strided convolutions of images of one channel, such as a discriminator's
 * first layer: unlike in one_input.ts each pixel has its own address, so a tile
 * continues in the next row and ragged widths cost nothing.
 */

import { ANY, FOUR, FourByEight } from "./four_by_eight";

/**
 * Convolves padded images of one channel, four pixels at a time; the last four
 * of an image may be computed twice.
 *
 * Kernels are 3 or 4 wide.
 *
 * @param inRow Bytes between the padded input's rows.
 * @param output Pixels of `channels` floats, one after another.
 * @param height,width Output rows and columns, at least 4 pixels in all.
 * @param rows Rows of the kernel; `taps` columns.
 * @param weights Panels of eight output channels (see `packPanels`).
 * @param channels Output channels, a multiple of eight.
 */
export function convolveFromOneStrided(
  input: usize,
  inImage: usize,
  inRow: usize,
  output: usize,
  images: i32,
  height: i32,
  width: i32,
  stride: usize,
  rows: i32,
  taps: i32,
  weights: usize,
  channels: i32,
): void {
  const pixel = <usize> channels << 2;
  const panel = <usize> (rows * taps) << 5;
  const skip = inRow - (<usize> taps << 2);
  const step = stride << 2;
  const lineStep = stride * inRow;
  const pixels = height * width;
  for (; images > 0; images--) {
    let line = input;
    let x = 0;
    for (let first = 0; first < pixels; first += 4) {
      if (first > pixels - 4) {
        first = pixels - 4;
        x = first % width;
        line = input + <usize> (first / width) * lineStep;
      }
      const from0 = line + <usize> x * step;
      if (++x == width) {
        x = 0;
        line += lineStep;
      }
      const from1 = line + <usize> x * step;
      if (++x == width) {
        x = 0;
        line += lineStep;
      }
      const from2 = line + <usize> x * step;
      if (++x == width) {
        x = 0;
        line += lineStep;
      }
      const from3 = line + <usize> x * step;
      if (++x == width) {
        x = 0;
        line += lineStep;
      }
      const to = output + <usize> first * pixel;
      let w = weights;
      for (let offset: usize = 0; offset < pixel; offset += 32) {
        const to0 = to + offset;
        const to1 = to0 + pixel;
        const to2 = to1 + pixel;
        if (taps == 4) {
          FourByEight.ofRows(
            from0,
            from1,
            from2,
            from3,
            rows,
            4,
            FOUR,
            skip,
            w,
            to0,
            to1,
            to2,
            to2 + pixel,
            4,
            8,
            0,
          );
        } else {
          FourByEight.ofRows(
            from0,
            from1,
            from2,
            from3,
            rows,
            taps,
            ANY,
            skip,
            w,
            to0,
            to1,
            to2,
            to2 + pixel,
            4,
            8,
            0,
          );
        }
        w += panel;
      }
    }
    input += inImage;
    output += <usize> pixels * pixel;
  }
}
