/**
 * The micro-kernel under every convolution and matrix product: four pixels by
 * eight output channels. It knows addresses only: no shapes, strides, padding.
 *
 * Eight accumulators, four vectors of inputs, two of weights and one broadcast
 * input are 15 registers, all that V8 has on x86-64. Inputs are loaded four at
 * a time and broadcast by shuffles, not one by one by broadcasting loads: in
 * Deno every load is preceded by a bounds check, and those, not the
 * multiplications, would set the pace.
 */

/** Pixels of a tile. */
export const PIXELS: usize = 4;

/** Bytes of a pointer table: four input addresses, then four output addresses. */
export const TABLE_BYTES: usize = 8 * PIXELS;

/**
 * Sums `rows` runs of `run` floats for four pixels and eight channels.
 *
 * The panel `w` holds rows * run groups of eight weights. A tile that has
 * fewer than four pixels repeats one: equal values are then written twice.
 *
 * @param table Four addresses of first inputs, four of output pixels.
 * @param rowSkip Bytes from the end of one run to the start of the next.
 * @param outOffset Bytes from an output pixel to this panel's first channel.
 * @param channels Channels to store, from 1 to 8.
 */
export function tile(
  table: usize,
  rows: i32,
  rowSkip: usize,
  run: i32,
  w: usize,
  outOffset: usize,
  channels: i32,
): void {
  let p0 = load<usize>(table, 0);
  let p1 = load<usize>(table, 4);
  let p2 = load<usize>(table, 8);
  let p3 = load<usize>(table, 12);
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  let a: v128;
  let b0: v128;
  let b1: v128;
  for (let row = 0; row < rows; row++) {
    let k = run;
    for (; k >= 4; k -= 4) {
      const x0 = v128.load(p0);
      const x1 = v128.load(p1);
      const x2 = v128.load(p2);
      const x3 = v128.load(p3);
      b0 = v128.load(w, 0);
      b1 = v128.load(w, 16);
      a = v128.shuffle<f32>(x0, x0, 0, 0, 0, 0);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.shuffle<f32>(x1, x1, 0, 0, 0, 0);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.shuffle<f32>(x2, x2, 0, 0, 0, 0);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.shuffle<f32>(x3, x3, 0, 0, 0, 0);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      b0 = v128.load(w, 32);
      b1 = v128.load(w, 48);
      a = v128.shuffle<f32>(x0, x0, 1, 1, 1, 1);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.shuffle<f32>(x1, x1, 1, 1, 1, 1);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.shuffle<f32>(x2, x2, 1, 1, 1, 1);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.shuffle<f32>(x3, x3, 1, 1, 1, 1);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      b0 = v128.load(w, 64);
      b1 = v128.load(w, 80);
      a = v128.shuffle<f32>(x0, x0, 2, 2, 2, 2);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.shuffle<f32>(x1, x1, 2, 2, 2, 2);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.shuffle<f32>(x2, x2, 2, 2, 2, 2);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.shuffle<f32>(x3, x3, 2, 2, 2, 2);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      b0 = v128.load(w, 96);
      b1 = v128.load(w, 112);
      a = v128.shuffle<f32>(x0, x0, 3, 3, 3, 3);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.shuffle<f32>(x1, x1, 3, 3, 3, 3);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.shuffle<f32>(x2, x2, 3, 3, 3, 3);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.shuffle<f32>(x3, x3, 3, 3, 3, 3);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      p0 += 16;
      p1 += 16;
      p2 += 16;
      p3 += 16;
      w += 128;
    }
    for (; k > 0; k--) {
      b0 = v128.load(w);
      b1 = v128.load(w, 16);
      a = v128.load32_splat(p0);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.load32_splat(p1);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.load32_splat(p2);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.load32_splat(p3);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
      w += 32;
    }
    p0 += rowSkip;
    p1 += rowSkip;
    p2 += rowSkip;
    p3 += rowSkip;
  }
  let o: usize;
  if (channels == 8) {
    o = load<usize>(table, 16) + outOffset;
    v128.store(o, c00);
    v128.store(o, c01, 16);
    o = load<usize>(table, 20) + outOffset;
    v128.store(o, c10);
    v128.store(o, c11, 16);
    o = load<usize>(table, 24) + outOffset;
    v128.store(o, c20);
    v128.store(o, c21, 16);
    o = load<usize>(table, 28) + outOffset;
    v128.store(o, c30);
    v128.store(o, c31, 16);
  } else {
    o = load<usize>(table, 16) + outOffset;
    storePart(o, c00, c01, channels);
    o = load<usize>(table, 20) + outOffset;
    storePart(o, c10, c11, channels);
    o = load<usize>(table, 24) + outOffset;
    storePart(o, c20, c21, channels);
    o = load<usize>(table, 28) + outOffset;
    storePart(o, c30, c31, channels);
  }
}

/** Stores the first `channels` (1 to 7) of eight lanes. */
export function storePart(
  to: usize,
  low: v128,
  high: v128,
  channels: i32,
): void {
  let rest = low;
  if (channels >= 4) {
    v128.store(to, low);
    to += 16;
    channels -= 4;
    rest = high;
  }
  if (channels > 0) f32.store(to, f32x4.extract_lane(rest, 0));
  if (channels > 1) f32.store(to, f32x4.extract_lane(rest, 1), 4);
  if (channels > 2) f32.store(to, f32x4.extract_lane(rest, 2), 8);
}
