/**
 * The micro-kernel under every convolution and matrix product: six pixels by
 * eight output channels, twelve accumulators that stay in registers together
 * with two weight vectors and one broadcast value (15 registers, all that V8
 * has on x86-64). It knows addresses only: no shapes, strides or padding.
 */

/** Bytes of a pointer table: six input addresses, then six output addresses. */
export const TABLE_BYTES: usize = 48;

/**
 * Sums `rows` runs of `run` floats for six pixels and eight channels.
 *
 * The panel `w` holds rows * run groups of eight weights. A tile that has
 * fewer than six pixels repeats one: equal values are then written twice.
 *
 * @param table Six addresses of first inputs, six of output pixels.
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
  let p4 = load<usize>(table, 16);
  let p5 = load<usize>(table, 20);
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0);
  let c41 = f32x4.splat(0);
  let c50 = f32x4.splat(0);
  let c51 = f32x4.splat(0);
  let a: v128;
  let b0: v128;
  let b1: v128;
  for (let row = 0; row < rows; row++) {
    let k = run;
    for (; k >= 4; k -= 4) {
      b0 = v128.load(w, 0);
      b1 = v128.load(w, 16);
      a = v128.load32_splat(p0, 0);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.load32_splat(p1, 0);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.load32_splat(p2, 0);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.load32_splat(p3, 0);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      a = v128.load32_splat(p4, 0);
      c40 = f32x4.relaxed_madd(a, b0, c40);
      c41 = f32x4.relaxed_madd(a, b1, c41);
      a = v128.load32_splat(p5, 0);
      c50 = f32x4.relaxed_madd(a, b0, c50);
      c51 = f32x4.relaxed_madd(a, b1, c51);
      b0 = v128.load(w, 32);
      b1 = v128.load(w, 48);
      a = v128.load32_splat(p0, 4);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.load32_splat(p1, 4);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.load32_splat(p2, 4);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.load32_splat(p3, 4);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      a = v128.load32_splat(p4, 4);
      c40 = f32x4.relaxed_madd(a, b0, c40);
      c41 = f32x4.relaxed_madd(a, b1, c41);
      a = v128.load32_splat(p5, 4);
      c50 = f32x4.relaxed_madd(a, b0, c50);
      c51 = f32x4.relaxed_madd(a, b1, c51);
      b0 = v128.load(w, 64);
      b1 = v128.load(w, 80);
      a = v128.load32_splat(p0, 8);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.load32_splat(p1, 8);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.load32_splat(p2, 8);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.load32_splat(p3, 8);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      a = v128.load32_splat(p4, 8);
      c40 = f32x4.relaxed_madd(a, b0, c40);
      c41 = f32x4.relaxed_madd(a, b1, c41);
      a = v128.load32_splat(p5, 8);
      c50 = f32x4.relaxed_madd(a, b0, c50);
      c51 = f32x4.relaxed_madd(a, b1, c51);
      b0 = v128.load(w, 96);
      b1 = v128.load(w, 112);
      a = v128.load32_splat(p0, 12);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.load32_splat(p1, 12);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.load32_splat(p2, 12);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.load32_splat(p3, 12);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      a = v128.load32_splat(p4, 12);
      c40 = f32x4.relaxed_madd(a, b0, c40);
      c41 = f32x4.relaxed_madd(a, b1, c41);
      a = v128.load32_splat(p5, 12);
      c50 = f32x4.relaxed_madd(a, b0, c50);
      c51 = f32x4.relaxed_madd(a, b1, c51);
      p0 += 16;
      p1 += 16;
      p2 += 16;
      p3 += 16;
      p4 += 16;
      p5 += 16;
      w += 128;
    }
    for (; k > 0; k--) {
      b0 = v128.load(w, 0);
      b1 = v128.load(w, 16);
      a = v128.load32_splat(p0, 0);
      c00 = f32x4.relaxed_madd(a, b0, c00);
      c01 = f32x4.relaxed_madd(a, b1, c01);
      a = v128.load32_splat(p1, 0);
      c10 = f32x4.relaxed_madd(a, b0, c10);
      c11 = f32x4.relaxed_madd(a, b1, c11);
      a = v128.load32_splat(p2, 0);
      c20 = f32x4.relaxed_madd(a, b0, c20);
      c21 = f32x4.relaxed_madd(a, b1, c21);
      a = v128.load32_splat(p3, 0);
      c30 = f32x4.relaxed_madd(a, b0, c30);
      c31 = f32x4.relaxed_madd(a, b1, c31);
      a = v128.load32_splat(p4, 0);
      c40 = f32x4.relaxed_madd(a, b0, c40);
      c41 = f32x4.relaxed_madd(a, b1, c41);
      a = v128.load32_splat(p5, 0);
      c50 = f32x4.relaxed_madd(a, b0, c50);
      c51 = f32x4.relaxed_madd(a, b1, c51);
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
      p4 += 4;
      p5 += 4;
      w += 32;
    }
    p0 += rowSkip;
    p1 += rowSkip;
    p2 += rowSkip;
    p3 += rowSkip;
    p4 += rowSkip;
    p5 += rowSkip;
  }
  let o: usize;
  if (channels == 8) {
    o = load<usize>(table, 24) + outOffset;
    v128.store(o, c00);
    v128.store(o, c01, 16);
    o = load<usize>(table, 28) + outOffset;
    v128.store(o, c10);
    v128.store(o, c11, 16);
    o = load<usize>(table, 32) + outOffset;
    v128.store(o, c20);
    v128.store(o, c21, 16);
    o = load<usize>(table, 36) + outOffset;
    v128.store(o, c30);
    v128.store(o, c31, 16);
    o = load<usize>(table, 40) + outOffset;
    v128.store(o, c40);
    v128.store(o, c41, 16);
    o = load<usize>(table, 44) + outOffset;
    v128.store(o, c50);
    v128.store(o, c51, 16);
  } else {
    o = load<usize>(table, 24) + outOffset;
    storePart(o, c00, c01, channels);
    o = load<usize>(table, 28) + outOffset;
    storePart(o, c10, c11, channels);
    o = load<usize>(table, 32) + outOffset;
    storePart(o, c20, c21, channels);
    o = load<usize>(table, 36) + outOffset;
    storePart(o, c30, c31, channels);
    o = load<usize>(table, 40) + outOffset;
    storePart(o, c40, c41, channels);
    o = load<usize>(table, 44) + outOffset;
    storePart(o, c50, c51, channels);
  }
}

/** Stores the first `channels` (1 to 7) of eight lanes. */
function storePart(to: usize, low: v128, high: v128, channels: i32): void {
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
