/**
 * Convolutions and dense layers with one output. The tiles would waste three of
 * four lanes here; instead, a step multiplies sixteen neighbouring codes, and
 * the lanes are added up at the end.
 *
 * Weights lie in rows of `words` words of 16 bytes. The last word of a row is
 * padded with zeros, so that codes past the window do not count.
 */

import { dotAll } from "./dot.ts";
import { codes, round, scale } from "./requantize.ts";
import { Step } from "./step.ts";

/**
 * Computes `rows * columns` pixels of each image, six at a time; a tile may
 * span two images.
 */
export function multiplySingle(step: Step, images: i32): void {
  const count = images * step.rows * step.columns;
  const input = step.input;
  const output = step.output;
  const table = step.pixels;
  let pixel = 0;
  for (; pixel + 6 <= count; pixel += 6) {
    six(step, input, output, table + pixel * 8);
  }
  if (pixel < count && count >= 6) {
    // A tile that overlaps the previous one.
    six(step, input, output, table + (count - 6) * 8);
    return;
  }
  for (; pixel < count; pixel++) one(step, input, output, table + pixel * 8);
}

function six(step: Step, input: i32, output: i32, pixels: i32): void {
  const words = step.words * 16;
  const rest = step.inputRow - words;
  let weights = step.weights;
  let p0 = input + load<i32>(pixels, 0);
  let p1 = input + load<i32>(pixels, 8);
  let p2 = input + load<i32>(pixels, 16);
  let p3 = input + load<i32>(pixels, 24);
  let p4 = input + load<i32>(pixels, 32);
  let p5 = input + load<i32>(pixels, 40);
  let a0 = i32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let a4 = a0;
  let a5 = a0;
  for (let row = step.size; row > 0; row--) {
    const end = weights + words;
    do {
      const w = v128.load(weights);
      a0 = dotAll(w, v128.load(p0), a0);
      a1 = dotAll(w, v128.load(p1), a1);
      a2 = dotAll(w, v128.load(p2), a2);
      a3 = dotAll(w, v128.load(p3), a3);
      a4 = dotAll(w, v128.load(p4), a4);
      a5 = dotAll(w, v128.load(p5), a5);
      weights += 16;
      p0 += 16;
      p1 += 16;
      p2 += 16;
      p3 += 16;
      p4 += 16;
      p5 += 16;
    } while (weights < end);
    p0 += rest;
    p1 += rest;
    p2 += rest;
    p3 += rest;
    p4 += rest;
    p5 += rest;
  }
  const pair = lanesOfTwo(a4, a5);
  const first = lanesOfFour(lanesOfTwo(a0, a1), lanesOfTwo(a2, a3));
  const second = lanesOfFour(pair, pair);
  const by = v128.load32_splat(step.multipliers);
  const bias = v128.load32_splat(step.bias);
  const a = i32x4.add(first, bias);
  const b = i32x4.add(second, bias);
  if (step.floats) {
    const low = scale(a, by);
    const high = scale(b, by);
    v128.store32_lane(output + load<i32>(pixels, 4), low, 0);
    v128.store32_lane(output + load<i32>(pixels, 12), low, 1);
    v128.store32_lane(output + load<i32>(pixels, 20), low, 2);
    v128.store32_lane(output + load<i32>(pixels, 28), low, 3);
    v128.store32_lane(output + load<i32>(pixels, 36), high, 0);
    v128.store32_lane(output + load<i32>(pixels, 44), high, 1);
    return;
  }
  const low = round(a, by);
  const high = round(b, by);
  const bytes = codes(low, high, low, high);
  v128.store8_lane(output + load<i32>(pixels, 4), bytes, 0);
  v128.store8_lane(output + load<i32>(pixels, 12), bytes, 1);
  v128.store8_lane(output + load<i32>(pixels, 20), bytes, 2);
  v128.store8_lane(output + load<i32>(pixels, 28), bytes, 3);
  v128.store8_lane(output + load<i32>(pixels, 36), bytes, 4);
  v128.store8_lane(output + load<i32>(pixels, 44), bytes, 5);
}

function one(step: Step, input: i32, output: i32, pixel: i32): void {
  const words = step.words * 16;
  const rest = step.inputRow - words;
  let weights = step.weights;
  let p = input + load<i32>(pixel);
  let sums = i32x4.splat(0);
  for (let row = step.size; row > 0; row--) {
    const end = weights + words;
    do {
      sums = dotAll(v128.load(weights), v128.load(p), sums);
      weights += 16;
      p += 16;
    } while (weights < end);
    p += rest;
  }
  const pair = lanesOfTwo(sums, sums);
  const all = lanesOfFour(pair, pair);
  const sum = i32x4.add(all, v128.load32_splat(step.bias));
  const by = v128.load32_splat(step.multipliers);
  const to = output + load<i32>(pixel, 4);
  if (step.floats) {
    v128.store32_lane(to, scale(sum, by), 0);
  } else {
    const rounded = round(sum, by);
    v128.store8_lane(to, codes(rounded, rounded, rounded, rounded), 0);
  }
}

/** Adds up lanes pairwise: `a`, `b`, `a`, `b`. */
function lanesOfTwo(a: v128, b: v128): v128 {
  return i32x4.add(
    v128.shuffle<i32>(a, b, 0, 4, 1, 5),
    v128.shuffle<i32>(a, b, 2, 6, 3, 7),
  );
}

/** Adds up the other half: the four sums of two such pairs. */
function lanesOfFour(ab: v128, cd: v128): v128 {
  return i32x4.add(
    v128.shuffle<i32>(ab, cd, 0, 1, 4, 5),
    v128.shuffle<i32>(ab, cd, 2, 3, 6, 7),
  );
}
