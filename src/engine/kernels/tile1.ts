/**
 * The inner loops of convolutions and dense layers for single pixels: those
 * that tile6.ts leaves over, and dense layers on one image.
 */

import { dot } from "./dot.ts";
import { finish1, finish2 } from "./finish.ts";
import { Step } from "./step.ts";

/**
 * One pixel by eight outputs, four words at a time: a single sum would wait for
 * its own latency.
 */
export function tile1x2(
  step: Step,
  input: i32,
  output: i32,
  pixels: i32,
  channel: i32,
): void {
  const group = step.size * step.words * 16;
  const rest = step.inputRow - step.words * 4;
  let weights = step.weights + (channel >> 2) * group;
  let p = input + load<i32>(pixels);
  const bias = step.bias + channel * 4;
  let a0 = v128.load(bias, 0);
  let a1 = i32x4.splat(0);
  let a2 = i32x4.splat(0);
  let a3 = i32x4.splat(0);
  let b0 = v128.load(bias, 16);
  let b1 = i32x4.splat(0);
  let b2 = i32x4.splat(0);
  let b3 = i32x4.splat(0);
  let x: v128;
  for (let row = step.size; row > 0; row--) {
    let words = step.words;
    for (; words >= 4; words -= 4) {
      x = v128.load32_splat(p);
      a0 = dot(v128.load(weights), x, a0);
      b0 = dot(v128.load(weights + group), x, b0);
      x = v128.load32_splat(p, 4);
      a1 = dot(v128.load(weights, 16), x, a1);
      b1 = dot(v128.load(weights + group, 16), x, b1);
      x = v128.load32_splat(p, 8);
      a2 = dot(v128.load(weights, 32), x, a2);
      b2 = dot(v128.load(weights + group, 32), x, b2);
      x = v128.load32_splat(p, 12);
      a3 = dot(v128.load(weights, 48), x, a3);
      b3 = dot(v128.load(weights + group, 48), x, b3);
      weights += 64;
      p += 16;
    }
    for (; words >= 1; words -= 1) {
      x = v128.load32_splat(p);
      a0 = dot(v128.load(weights), x, a0);
      b0 = dot(v128.load(weights + group), x, b0);
      weights += 16;
      p += 4;
    }
    p += rest;
  }
  a0 = i32x4.add(i32x4.add(a0, a1), i32x4.add(a2, a3));
  b0 = i32x4.add(i32x4.add(b0, b1), i32x4.add(b2, b3));
  finish2(step, output + load<i32>(pixels, 4), channel, a0, b0);
}

/**
 * One pixel by the last four outputs, four words at a time: a single sum would
 * wait for its own latency.
 */
export function tile1x1(
  step: Step,
  input: i32,
  output: i32,
  pixels: i32,
  channel: i32,
): void {
  const group = step.size * step.words * 16;
  const rest = step.inputRow - step.words * 4;
  let weights = step.weights + (channel >> 2) * group;
  let p = input + load<i32>(pixels);
  const bias = step.bias + channel * 4;
  let a0 = v128.load(bias, 0);
  let a1 = i32x4.splat(0);
  let a2 = i32x4.splat(0);
  let a3 = i32x4.splat(0);
  let x: v128;
  for (let row = step.size; row > 0; row--) {
    let words = step.words;
    for (; words >= 4; words -= 4) {
      x = v128.load32_splat(p);
      a0 = dot(v128.load(weights), x, a0);
      x = v128.load32_splat(p, 4);
      a1 = dot(v128.load(weights, 16), x, a1);
      x = v128.load32_splat(p, 8);
      a2 = dot(v128.load(weights, 32), x, a2);
      x = v128.load32_splat(p, 12);
      a3 = dot(v128.load(weights, 48), x, a3);
      weights += 64;
      p += 16;
    }
    for (; words >= 1; words -= 1) {
      x = v128.load32_splat(p);
      a0 = dot(v128.load(weights), x, a0);
      weights += 16;
      p += 4;
    }
    p += rest;
  }
  a0 = i32x4.add(i32x4.add(a0, a1), i32x4.add(a2, a3));
  finish1(step, output + load<i32>(pixels, 4), channel, a0);
}
