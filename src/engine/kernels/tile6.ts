/**
 * The inner loops of convolutions and dense layers: sums of a few pixels by a
 * few outputs, kept in registers from bias to requantization.
 *
 * Six pixels by two groups of four outputs make twelve sums; with two weight
 * vectors and one word of codes they fill V8's fifteen registers on x64. The
 * loop is not unrolled, because runtimes without guard pages (Deno 2.9 is one)
 * check the bounds of every load, and each further constant offset costs a
 * register for that check.
 */

import { dot } from "./dot.ts";
import { finish1, finish2 } from "./finish.ts";
import { codes, round } from "./requantize.ts";
import { Step } from "./step.ts";

/** Six pixels by eight outputs (two groups). */
export function tile6x2(
  step: Step,
  input: i32,
  output: i32,
  pixels: i32,
  channel: i32,
): void {
  const words = step.words * 16;
  const rest = step.inputRow - step.words * 4;
  const group = step.size * words;
  let weights = step.weights + (channel >> 2) * group;
  let p0 = input + load<i32>(pixels, 0);
  let p1 = input + load<i32>(pixels, 8);
  let p2 = input + load<i32>(pixels, 16);
  let p3 = input + load<i32>(pixels, 24);
  let p4 = input + load<i32>(pixels, 32);
  let p5 = input + load<i32>(pixels, 40);
  const bias = step.bias + channel * 4;
  let a0a = v128.load(bias, 0);
  let a0b = v128.load(bias, 16);
  let a1a = a0a;
  let a1b = a0b;
  let a2a = a0a;
  let a2b = a0b;
  let a3a = a0a;
  let a3b = a0b;
  let a4a = a0a;
  let a4b = a0b;
  let a5a = a0a;
  let a5b = a0b;
  for (let row = step.size; row > 0; row--) {
    const end = weights + words;
    do {
      const wa = v128.load(weights);
      const wb = v128.load(weights + group);
      let x = v128.load32_splat(p0);
      a0a = dot(wa, x, a0a);
      a0b = dot(wb, x, a0b);
      x = v128.load32_splat(p1);
      a1a = dot(wa, x, a1a);
      a1b = dot(wb, x, a1b);
      x = v128.load32_splat(p2);
      a2a = dot(wa, x, a2a);
      a2b = dot(wb, x, a2b);
      x = v128.load32_splat(p3);
      a3a = dot(wa, x, a3a);
      a3b = dot(wb, x, a3b);
      x = v128.load32_splat(p4);
      a4a = dot(wa, x, a4a);
      a4b = dot(wb, x, a4b);
      x = v128.load32_splat(p5);
      a5a = dot(wa, x, a5a);
      a5b = dot(wb, x, a5b);
      weights += 16;
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
      p4 += 4;
      p5 += 4;
    } while (weights < end);
    p0 += rest;
    p1 += rest;
    p2 += rest;
    p3 += rest;
    p4 += rest;
    p5 += rest;
  }
  if (step.floats || step.channels - channel < 8) {
    finish2(step, output + load<i32>(pixels, 4), channel, a0a, a0b);
    finish2(step, output + load<i32>(pixels, 12), channel, a1a, a1b);
    finish2(step, output + load<i32>(pixels, 20), channel, a2a, a2b);
    finish2(step, output + load<i32>(pixels, 28), channel, a3a, a3b);
    finish2(step, output + load<i32>(pixels, 36), channel, a4a, a4b);
    finish2(step, output + load<i32>(pixels, 44), channel, a5a, a5b);
    return;
  }
  const by = step.multipliers + channel * 4;
  const ma = v128.load(by);
  const mb = v128.load(by, 16);
  const to = output + channel;
  let pair: v128;
  pair = codes(round(a0a, ma), round(a0b, mb), round(a1a, ma), round(a1b, mb));
  v128.store64_lane(to + load<i32>(pixels, 4), pair, 0);
  v128.store64_lane(to + load<i32>(pixels, 12), pair, 1);
  pair = codes(round(a2a, ma), round(a2b, mb), round(a3a, ma), round(a3b, mb));
  v128.store64_lane(to + load<i32>(pixels, 20), pair, 0);
  v128.store64_lane(to + load<i32>(pixels, 28), pair, 1);
  pair = codes(round(a4a, ma), round(a4b, mb), round(a5a, ma), round(a5b, mb));
  v128.store64_lane(to + load<i32>(pixels, 36), pair, 0);
  v128.store64_lane(to + load<i32>(pixels, 44), pair, 1);
}

/** Six pixels by the last four outputs (one group). */
export function tile6x1(
  step: Step,
  input: i32,
  output: i32,
  pixels: i32,
  channel: i32,
): void {
  const words = step.words * 16;
  const rest = step.inputRow - step.words * 4;
  const group = step.size * words;
  let weights = step.weights + (channel >> 2) * group;
  let p0 = input + load<i32>(pixels, 0);
  let p1 = input + load<i32>(pixels, 8);
  let p2 = input + load<i32>(pixels, 16);
  let p3 = input + load<i32>(pixels, 24);
  let p4 = input + load<i32>(pixels, 32);
  let p5 = input + load<i32>(pixels, 40);
  const bias = step.bias + channel * 4;
  let a0a = v128.load(bias, 0);
  let a1a = a0a;
  let a2a = a0a;
  let a3a = a0a;
  let a4a = a0a;
  let a5a = a0a;
  for (let row = step.size; row > 0; row--) {
    const end = weights + words;
    do {
      const wa = v128.load(weights);
      let x = v128.load32_splat(p0);
      a0a = dot(wa, x, a0a);
      x = v128.load32_splat(p1);
      a1a = dot(wa, x, a1a);
      x = v128.load32_splat(p2);
      a2a = dot(wa, x, a2a);
      x = v128.load32_splat(p3);
      a3a = dot(wa, x, a3a);
      x = v128.load32_splat(p4);
      a4a = dot(wa, x, a4a);
      x = v128.load32_splat(p5);
      a5a = dot(wa, x, a5a);
      weights += 16;
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
      p4 += 4;
      p5 += 4;
    } while (weights < end);
    p0 += rest;
    p1 += rest;
    p2 += rest;
    p3 += rest;
    p4 += rest;
    p5 += rest;
  }
  finish1(step, output + load<i32>(pixels, 4), channel, a0a);
  finish1(step, output + load<i32>(pixels, 12), channel, a1a);
  finish1(step, output + load<i32>(pixels, 20), channel, a2a);
  finish1(step, output + load<i32>(pixels, 28), channel, a3a);
  finish1(step, output + load<i32>(pixels, 36), channel, a4a);
  finish1(step, output + load<i32>(pixels, 44), channel, a5a);
}
