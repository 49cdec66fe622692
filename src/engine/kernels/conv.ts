/**
 * Convolutions and dense layers. The tiles treat both alike: as pixels, each
 * with the address of its window and of its result, by output channels.
 *
 * `pixels` points at two int32 per pixel, for all images that the plan holds at
 * once: the offset of the window's first byte in the input and the offset of
 * the result in the output. The input includes its padding, so no window leaves
 * it.
 */

import { Step } from "./step.ts";
import { tile1x1, tile1x2 } from "./tile1.ts";
import { tile6x1, tile6x2 } from "./tile6.ts";

/**
 * How many pixels go through all outputs before the next block starts, so that
 * the working set does not grow with the number of images. Values from 48 to
 * 600 measured the same.
 */
const BLOCK = 192;

/**
 * Computes `rows * columns` pixels of each image; tiles may span two images.
 */
export function multiply(step: Step, images: i32): void {
  const count = images * step.rows * step.columns;
  for (let first = 0; first < count; first += BLOCK) {
    block(step, first, min(count, first + BLOCK));
  }
}

function block(step: Step, first: i32, end: i32): void {
  const input = step.input;
  const output = step.output;
  const table = step.pixels;
  const channels = step.channels;
  for (let channel = 0; channel < channels; channel += 8) {
    const both = channels - channel > 4;
    let pixel = first;
    for (; pixel + 6 <= end; pixel += 6) {
      tile6(step, input, output, table + pixel * 8, channel, both);
    }
    // A tile that overlaps the previous one is cheaper than three single
    // pixels.
    if (end - pixel >= 3 && end >= 6) {
      tile6(step, input, output, table + (end - 6) * 8, channel, both);
      pixel = end;
    }
    for (; pixel < end; pixel++) {
      tile1(step, input, output, table + pixel * 8, channel, both);
    }
  }
}

function tile6(
  step: Step,
  input: i32,
  output: i32,
  pixels: i32,
  channel: i32,
  both: bool,
): void {
  if (both) tile6x2(step, input, output, pixels, channel);
  else tile6x1(step, input, output, pixels, channel);
}

function tile1(
  step: Step,
  input: i32,
  output: i32,
  pixels: i32,
  channel: i32,
  both: bool,
): void {
  if (both) tile1x2(step, input, output, pixels, channel);
  else tile1x1(step, input, output, pixels, channel);
}
