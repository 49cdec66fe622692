/**
 * Steps that move bytes: from the caller into the first layer's input, into
 * another shape, or from channels into space.
 */

import { Step } from "./step.ts";

/**
 * Pixel bytes to codes (byte / 255 to the nearest code / 127), in 16-bit lanes.
 */
function pixelCodes(bytes: v128): v128 {
  const products = i16x8.add(
    i16x8.mul(bytes, i16x8.splat(127)),
    i16x8.splat(127),
  );
  // Division by 255, exact for every 16-bit value.
  const carried = i16x8.add(products, i16x8.shr_u(products, 8));
  return i16x8.shr_u(i16x8.add(carried, i16x8.splat(1)), 8);
}

/**
 * Pixel bytes to codes: copies `rows` rows of `columns * channels` bytes of the
 * caller's images, starting at image `first`, into padded images.
 */
export function inputPixels(step: Step, images: i32, first: i32): void {
  const length = step.columns * step.channels;
  for (let image = 0; image < images; image++) {
    let from = step.input + (first + image) * step.inputImage;
    let to = step.output + image * step.outputImage;
    for (let row = 0; row < step.rows; row++) {
      let i = 0;
      for (; i + 8 <= length; i += 8) {
        const bytes = v128.load8x8_u(from + i);
        const words = pixelCodes(bytes);
        v128.store64_lane(to + i, i8x16.narrow_i16x8_u(words, words), 0);
      }
      for (; i < length; i++) {
        const words = pixelCodes(i16x8.splat(load<u8>(from + i)));
        store<u8>(to + i, i16x8.extract_lane_u(words, 0));
      }
      from += length;
      to += step.outputRow;
    }
  }
}

/** Copies codes, clamped to 127; laid out as in {@link inputPixels}. */
export function inputCodes(step: Step, images: i32, first: i32): void {
  const length = step.columns * step.channels;
  for (let image = 0; image < images; image++) {
    let from = step.input + (first + image) * step.inputImage;
    let to = step.output + image * step.outputImage;
    for (let row = 0; row < step.rows; row++) {
      let i = 0;
      for (; i + 16 <= length; i += 16) {
        const bytes = v128.load(from + i);
        v128.store(to + i, i8x16.min_u(bytes, i8x16.splat(127)));
      }
      for (; i < length; i++) {
        store<u8>(to + i, min<u8>(load<u8>(from + i), 127));
      }
      from += length;
      to += step.outputRow;
    }
  }
}

/**
 * Copies `rows` rows of `columns * channels` bytes from one row length to
 * another.
 */
export function copyRows(step: Step, images: i32): void {
  const length = step.columns * step.channels;
  for (let image = 0; image < images; image++) {
    let from = step.input + image * step.inputImage;
    let to = step.output + image * step.outputImage;
    for (let row = 0; row < step.rows; row++) {
      copyBytes(to, from, length);
      from += step.inputRow;
      to += step.outputRow;
    }
  }
}

/**
 * Channels to space by the factor `size`: `rows` rows of `columns` input
 * pixels, each `size * size * channels` bytes.
 */
export function pixelShuffle(step: Step, images: i32): void {
  const size = step.size;
  const length = size * step.channels;
  for (let image = 0; image < images; image++) {
    const input = step.input + image * step.inputImage;
    const output = step.output + image * step.outputImage;
    for (let y = 0; y < step.rows; y++) {
      for (let part = 0; part < size; part++) {
        let from = input + y * step.inputRow + part * length;
        let to = output + (y * size + part) * step.outputRow;
        for (let x = 0; x < step.columns; x++) {
          copyBytes(to, from, length);
          from += size * length;
          to += length;
        }
      }
    }
  }
}

function copyBytes(to: i32, from: i32, length: i32): void {
  let i = 0;
  for (; i + 16 <= length; i += 16) v128.store(to + i, v128.load(from + i));
  for (; i + 4 <= length; i += 4) store<u32>(to + i, load<u32>(from + i));
  for (; i < length; i++) store<u8>(to + i, load<u8>(from + i));
}
