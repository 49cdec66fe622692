/**
 * Convolutions and dense layers, which are the same to the tiles: pixels, each
 * with the address of its window and of its result, by output channels.
 *
 * `pixels` points at two int32 a pixel: offset of the window's first byte in
 * the input, offset of the result in the output. The input has its padding
 * around it, so that no window leaves it.
 */

import { Step } from "./step.ts";
import { tile1x1, tile1x2 } from "./tile1.ts";
import { tile6x1, tile6x2 } from "./tile6.ts";

/** A convolution: `rows * columns` pixels in each image. */
export function conv(step: Step, images: i32): void {
  for (let image = 0; image < images; image++) {
    const input = step.input + image * step.inputImage;
    const output = step.output + image * step.outputImage;
    multiply(step, input, output, step.rows * step.columns);
  }
}

/** A dense layer: images are its pixels, so that they share the weights' loads. */
export function dense(step: Step, images: i32): void {
  multiply(step, step.input, step.output, images);
}

function multiply(step: Step, input: i32, output: i32, count: i32): void {
  const table = step.pixels;
  const channels = step.channels;
  for (let channel = 0; channel < channels; channel += 8) {
    const both = channels - channel > 4;
    let pixel = 0;
    for (; pixel + 6 <= count; pixel += 6) {
      tile6(step, input, output, table + pixel * 8, channel, both);
    }
    // A tile that overlaps the one before is cheaper than three single pixels.
    if (count - pixel >= 3 && count >= 6) {
      tile6(step, input, output, table + (count - 6) * 8, channel, both);
      pixel = count;
    }
    for (; pixel < count; pixel++) {
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
