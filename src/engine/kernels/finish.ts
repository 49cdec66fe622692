/** Scales and stores a tile's sums, as codes or as float32. */

import { codes, round, scale, storeBytes } from "./requantize.ts";
import { Step } from "./step.ts";

/** Stores one pixel's sums of eight outputs, starting at `channel`. */
export function finish2(
  step: Step,
  pixel: i32,
  channel: i32,
  first: v128,
  second: v128,
): void {
  const multipliers = step.multipliers + channel * 4;
  const firstBy = v128.load(multipliers);
  const secondBy = v128.load(multipliers, 16);
  if (step.floats) {
    const to = pixel + channel * 4;
    v128.store(to, scale(first, firstBy));
    v128.store(to, scale(second, secondBy), 16);
  } else {
    const a = round(first, firstBy);
    const b = round(second, secondBy);
    const bytes = codes(a, b, a, b);
    storeBytes(pixel + channel, bytes, step.channels - channel);
  }
}

/** Stores one pixel's sums of the last four outputs. */
export function finish1(
  step: Step,
  pixel: i32,
  channel: i32,
  sums: v128,
): void {
  const by = v128.load(step.multipliers + channel * 4);
  if (step.floats) {
    v128.store(pixel + channel * 4, scale(sums, by));
  } else {
    const a = round(sums, by);
    storeBytes(
      pixel + channel,
      codes(a, a, a, a),
      step.channels - channel,
    );
  }
}
