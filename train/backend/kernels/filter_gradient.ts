/**
 * Filter gradient of a convolution over padded images, defined only by strides.
 * It adds to the gradient, which the caller has cleared.
 */

import { filterTile, TAPS } from "./filter_tile";

/**
 * Adds the filter gradient of several images.
 *
 * All steps are in bytes; `input` is padded, with 12 readable bytes after its
 * end, `dy` has its channels padded to a multiple of eight. Processes one row
 * of the kernel after another, so that its part of the gradient stays cached.
 * Within it, processes blocks of `block` rows, so that both images stay in the
 * first-level cache while every tile of that part visits them; if a block
 * covers a whole image, `together` images are processed at once.
 *
 * @param dw Gradient, `[rows, run, channels]` floats.
 */
export function filterGradient(
  input: usize,
  inImage: usize,
  inRow: usize,
  inPixel: usize,
  dy: usize,
  dyImage: usize,
  dyRow: usize,
  dyPixel: usize,
  images: usize,
  height: usize,
  width: i32,
  rows: i32,
  rowStep: usize,
  run: i32,
  channels: i32,
  block: usize,
  together: usize,
  dw: usize,
): void {
  const inSkip = inRow - <usize> width * inPixel;
  const dySkip = dyRow - <usize> width * dyPixel;
  const dwRow = <usize> channels << 2;
  for (let row = 0; row < rows; row++) {
    for (let image: usize = 0; image < images; image += together) {
      const some = <i32> min(together, images - image);
      for (let y: usize = 0; y < height; y += block) {
        const count = <i32> min(block, height - y);
        const blockDy = dy + image * dyImage + y * dyRow;
        const blockInput = input + image * inImage + y * inRow;
        const xNext = inImage - <usize> count * inRow;
        const dyNext = dyImage - <usize> count * dyRow;
        for (let k = 0; k < run; k += TAPS) {
          const taps = min(TAPS, run - k);
          for (let c = 0; c < channels; c += 8) {
            filterTile(
              blockInput + (k << 2),
              inPixel,
              inSkip,
              blockDy + (c << 2),
              dyPixel,
              dySkip,
              some,
              xNext,
              dyNext,
              count,
              width,
              dw + <usize> k * dwRow + (c << 2),
              dwRow,
              taps,
              min(8, channels - c),
            );
          }
        }
      }
    }
    input += rowStep;
    dw += <usize> run * dwRow;
  }
}
