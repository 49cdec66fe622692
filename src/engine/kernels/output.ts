/**
 * The last steps: from a tile's float32 values, four to a group, to the
 * caller's results.
 */

import { Step } from "./step.ts";

/**
 * Logits: `rows * columns` pixels of `channels` float32, without the padding to
 * whole groups.
 */
export function logits(step: Step, images: i32): void {
  const filled = (step.channels + 3) & ~3;
  for (let image = 0; image < images; image++) {
    let from = step.input + image * step.inputImage;
    let to = step.output + image * step.outputImage;
    for (let pixel = step.rows * step.columns; pixel > 0; pixel--) {
      for (let channel = 0; channel < step.channels; channel++) {
        store<f32>(to + channel * 4, load<f32>(from + channel * 4));
      }
      from += filled * 4;
      to += step.channels * 4;
    }
  }
}

/** Pixel bytes by the sigmoid table of 1024 entries, laid out like logits. */
export function sigmoid(step: Step, images: i32): void {
  const filled = (step.channels + 3) & ~3;
  for (let image = 0; image < images; image++) {
    let from = step.input + image * step.inputImage;
    let to = step.output + image * step.outputImage;
    for (let pixel = step.rows * step.columns; pixel > 0; pixel--) {
      for (let channel = 0; channel < step.channels; channel++) {
        const value = nearest<f32>(load<f32>(from + channel * 4));
        const held = min<f32>(max<f32>(value, -512), 511);
        store<u8>(to + channel, load<u8>(step.weights + (held as i32) + 512));
      }
      from += filled * 4;
      to += step.channels;
    }
  }
}

/**
 * Copies results to the caller: `outputImage` bytes per image, starting at
 * image `first`.
 */
export function output(step: Step, images: i32, first: i32): void {
  for (let image = 0; image < images; image++) {
    const from = step.input + image * step.inputImage;
    const to = step.output + (first + image) * step.outputImage;
    memory.copy(to, from, step.outputImage);
  }
}
