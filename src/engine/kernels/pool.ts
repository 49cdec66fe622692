/** Pooling: the largest code of a window, and the mean of an image. */

import { codes, round, storeBytes } from "./requantize.ts";
import { Step } from "./step.ts";

/**
 * The largest code of each window of `size` by `size` pixels. A row of the
 * output is `columns` pixels of `channels` bytes.
 */
export function maxPool(step: Step, images: i32): void {
  const size = step.size;
  for (let image = 0; image < images; image++) {
    const input = step.input + image * step.inputImage;
    const output = step.output + image * step.outputImage;
    for (let y = 0; y < step.rows; y++) {
      for (let x = 0; x < step.columns; x++) {
        window(
          step,
          input + y * size * step.inputRow + x * size * step.channels,
          output + y * step.outputRow + x * step.channels,
        );
      }
    }
  }
}

function window(step: Step, from: i32, to: i32): void {
  const channels = step.channels;
  let channel = 0;
  for (; channel + 16 <= channels; channel += 16) {
    let most = i8x16.splat(0);
    for (let dy = 0; dy < step.size; dy++) {
      let at = from + dy * step.inputRow + channel;
      for (let dx = 0; dx < step.size; dx++) {
        most = i8x16.max_u(most, v128.load(at));
        at += channels;
      }
    }
    v128.store(to + channel, most);
  }
  for (; channel < channels; channel++) {
    let most: u8 = 0;
    for (let dy = 0; dy < step.size; dy++) {
      let at = from + dy * step.inputRow + channel;
      for (let dx = 0; dx < step.size; dx++) {
        most = max<u8>(most, load<u8>(at));
        at += channels;
      }
    }
    store<u8>(to + channel, most);
  }
}

/**
 * The mean over all pixels: `rows * columns` consecutive pixels of `channels`
 * bytes to one code per channel.
 */
export function averagePool(step: Step, images: i32): void {
  const channels = step.channels;
  const multiplier = v128.load32_splat(step.multipliers);
  for (let image = 0; image < images; image++) {
    const input = step.input + image * step.inputImage;
    const output = step.output + image * step.outputImage;
    for (let channel = 0; channel < channels; channel += 4) {
      let sums = i32x4.splat(0);
      let from = input + channel;
      for (let i = step.rows * step.columns; i > 0; i--) {
        const words = i16x8.extend_low_i8x16_u(v128.load32_zero(from));
        sums = i32x4.add(sums, i32x4.extend_low_i16x8_u(words));
        from += channels;
      }
      const a = round(sums, multiplier);
      const left = min(channels - channel, 4);
      storeBytes(output + channel, codes(a, a, a, a), left);
    }
  }
}
