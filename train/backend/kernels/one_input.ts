/**
 * Convolutions of stride 1 on images with one channel, such as the judge's
 * first layer and the input gradient of the generator's last. Runs are too
 * short for the tile of tile.ts, but the inputs of neighbouring pixels are
 * neighbours. one_input_strided.ts handles strided ones.
 */

import { Row } from "./keep";

/**
 * Convolves padded images of one channel, four neighbouring pixels at a time;
 * the last four pixels of a row may be computed twice.
 *
 * Kernels are 3 to 5 wide. Reads up to 7 floats past the input.
 *
 * @param inRow Bytes between the padded input's rows.
 * @param output Pixels of `channels` floats, one after another.
 * @param width Output columns, at least 4.
 * @param rows Rows of the kernel; `taps` columns.
 * @param weights Panels of eight output channels (see `packPanels`).
 * @param channels Output channels, a multiple of eight.
 */
export function convolveFromOne(
  input: usize,
  inImage: usize,
  inRow: usize,
  output: usize,
  images: i32,
  height: i32,
  width: i32,
  rows: i32,
  taps: i32,
  weights: usize,
  channels: i32,
): void {
  const pixel = <usize> channels << 2;
  const panel = <usize> taps << 5;
  let t: v128;
  let b0: v128;
  let b1: v128;
  for (; images > 0; images--) {
    let line = input;
    for (let y = height; y > 0; y--) {
      for (let column = 0; column < width; column += 4) {
        const x = <usize> min(column, width - 4);
        const from = line + (x << 2);
        const to = output + x * pixel;
        let w = weights;
        for (let offset: usize = 0; offset < pixel; offset += 32) {
          let p = from;
          let c00 = f32x4.splat(0);
          let c01 = f32x4.splat(0);
          let c10 = f32x4.splat(0);
          let c11 = f32x4.splat(0);
          let c20 = f32x4.splat(0);
          let c21 = f32x4.splat(0);
          let c30 = f32x4.splat(0);
          let c31 = f32x4.splat(0);
          for (let row = rows; row > 0; row--) {
            const x0 = v128.load(p);
            const x1 = v128.load(p, 16);
            b0 = v128.load(w, 0);
            b1 = v128.load(w, 16);
            t = v128.shuffle<f32>(x0, x0, 0, 0, 0, 0);
            c00 = f32x4.relaxed_madd(t, b0, c00);
            c01 = f32x4.relaxed_madd(t, b1, c01);
            t = v128.shuffle<f32>(x0, x0, 1, 1, 1, 1);
            c10 = f32x4.relaxed_madd(t, b0, c10);
            c11 = f32x4.relaxed_madd(t, b1, c11);
            t = v128.shuffle<f32>(x0, x0, 2, 2, 2, 2);
            c20 = f32x4.relaxed_madd(t, b0, c20);
            c21 = f32x4.relaxed_madd(t, b1, c21);
            t = v128.shuffle<f32>(x0, x0, 3, 3, 3, 3);
            c30 = f32x4.relaxed_madd(t, b0, c30);
            c31 = f32x4.relaxed_madd(t, b1, c31);
            b0 = v128.load(w, 32);
            b1 = v128.load(w, 48);
            t = v128.shuffle<f32>(x0, x0, 1, 1, 1, 1);
            c00 = f32x4.relaxed_madd(t, b0, c00);
            c01 = f32x4.relaxed_madd(t, b1, c01);
            t = v128.shuffle<f32>(x0, x0, 2, 2, 2, 2);
            c10 = f32x4.relaxed_madd(t, b0, c10);
            c11 = f32x4.relaxed_madd(t, b1, c11);
            t = v128.shuffle<f32>(x0, x0, 3, 3, 3, 3);
            c20 = f32x4.relaxed_madd(t, b0, c20);
            c21 = f32x4.relaxed_madd(t, b1, c21);
            t = v128.shuffle<f32>(x1, x1, 0, 0, 0, 0);
            c30 = f32x4.relaxed_madd(t, b0, c30);
            c31 = f32x4.relaxed_madd(t, b1, c31);
            b0 = v128.load(w, 64);
            b1 = v128.load(w, 80);
            t = v128.shuffle<f32>(x0, x0, 2, 2, 2, 2);
            c00 = f32x4.relaxed_madd(t, b0, c00);
            c01 = f32x4.relaxed_madd(t, b1, c01);
            t = v128.shuffle<f32>(x0, x0, 3, 3, 3, 3);
            c10 = f32x4.relaxed_madd(t, b0, c10);
            c11 = f32x4.relaxed_madd(t, b1, c11);
            t = v128.shuffle<f32>(x1, x1, 0, 0, 0, 0);
            c20 = f32x4.relaxed_madd(t, b0, c20);
            c21 = f32x4.relaxed_madd(t, b1, c21);
            t = v128.shuffle<f32>(x1, x1, 1, 1, 1, 1);
            c30 = f32x4.relaxed_madd(t, b0, c30);
            c31 = f32x4.relaxed_madd(t, b1, c31);
            if (taps > 3) {
              b0 = v128.load(w, 96);
              b1 = v128.load(w, 112);
              t = v128.shuffle<f32>(x0, x0, 3, 3, 3, 3);
              c00 = f32x4.relaxed_madd(t, b0, c00);
              c01 = f32x4.relaxed_madd(t, b1, c01);
              t = v128.shuffle<f32>(x1, x1, 0, 0, 0, 0);
              c10 = f32x4.relaxed_madd(t, b0, c10);
              c11 = f32x4.relaxed_madd(t, b1, c11);
              t = v128.shuffle<f32>(x1, x1, 1, 1, 1, 1);
              c20 = f32x4.relaxed_madd(t, b0, c20);
              c21 = f32x4.relaxed_madd(t, b1, c21);
              t = v128.shuffle<f32>(x1, x1, 2, 2, 2, 2);
              c30 = f32x4.relaxed_madd(t, b0, c30);
              c31 = f32x4.relaxed_madd(t, b1, c31);
            }
            if (taps > 4) {
              b0 = v128.load(w, 128);
              b1 = v128.load(w, 144);
              t = v128.shuffle<f32>(x1, x1, 0, 0, 0, 0);
              c00 = f32x4.relaxed_madd(t, b0, c00);
              c01 = f32x4.relaxed_madd(t, b1, c01);
              t = v128.shuffle<f32>(x1, x1, 1, 1, 1, 1);
              c10 = f32x4.relaxed_madd(t, b0, c10);
              c11 = f32x4.relaxed_madd(t, b1, c11);
              t = v128.shuffle<f32>(x1, x1, 2, 2, 2, 2);
              c20 = f32x4.relaxed_madd(t, b0, c20);
              c21 = f32x4.relaxed_madd(t, b1, c21);
              t = v128.shuffle<f32>(x1, x1, 3, 3, 3, 3);
              c30 = f32x4.relaxed_madd(t, b0, c30);
              c31 = f32x4.relaxed_madd(t, b1, c31);
            }
            p += inRow;
            w += panel;
          }
          const o0 = to + offset;
          const o1 = o0 + pixel;
          const o2 = o1 + pixel;
          const o3 = o2 + pixel;
          v128.store(o0, c00);
          v128.store(o0, c01, 16);
          v128.store(o1, c10);
          v128.store(o1, c11, 16);
          v128.store(o2, c20);
          v128.store(o2, c21, 16);
          v128.store(o3, c30);
          v128.store(o3, c31, 16);
        }
      }
      line += inRow;
      output += <usize> width * pixel;
    }
    input += inImage;
  }
}

/**
 * Adds the filter gradient of a kernel of `rows` x 5 taps at stride 1 over one
 * padded image of one channel: as filter_tile.ts, with five taps.
 *
 * @param inRow Bytes between the padded input's rows.
 * @param dy Output gradient, pixels of `channels` floats one after another.
 * @param channels Output channels, a multiple of eight.
 * @param dw Gradient of the first tap; the others follow `dwTap` bytes apart.
 */
export function filterGradientFive(
  input: usize,
  inRow: usize,
  dy: usize,
  height: i32,
  width: i32,
  rows: i32,
  channels: i32,
  dw: usize,
  dwTap: usize,
): void {
  const dyPixel = <usize> channels << 2;
  const skip = inRow - (<usize> width << 2);
  let t: v128;
  let x: v128;
  let b0: v128;
  let b1: v128;
  for (; rows > 0; rows--) {
    for (let offset: usize = 0; offset < dyPixel; offset += 32) {
      let p = input;
      let d = dy + offset;
      let to = dw + offset;
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
      for (let y = height; y > 0; y--) {
        let column = width;
        for (; column >= 2; column -= 2) {
          b0 = v128.load(d);
          b1 = v128.load(d, 16);
          x = v128.load(p);
          t = v128.shuffle<f32>(x, x, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(x, x, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(x, x, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(x, x, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          t = v128.load32_splat(p, 16);
          c40 = f32x4.relaxed_madd(t, b0, c40);
          c41 = f32x4.relaxed_madd(t, b1, c41);
          p += 4;
          d += dyPixel;
          b0 = v128.load(d);
          b1 = v128.load(d, 16);
          x = v128.load(p);
          t = v128.shuffle<f32>(x, x, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(x, x, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(x, x, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(x, x, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          t = v128.load32_splat(p, 16);
          c40 = f32x4.relaxed_madd(t, b0, c40);
          c41 = f32x4.relaxed_madd(t, b1, c41);
          p += 4;
          d += dyPixel;
        }
        if (column > 0) {
          b0 = v128.load(d);
          b1 = v128.load(d, 16);
          x = v128.load(p);
          t = v128.shuffle<f32>(x, x, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(x, x, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(x, x, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(x, x, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          t = v128.load32_splat(p, 16);
          c40 = f32x4.relaxed_madd(t, b0, c40);
          c41 = f32x4.relaxed_madd(t, b1, c41);
          p += 4;
          d += dyPixel;
        }
        p += skip;
      }
      Row.add(to, c00, c01);
      to += dwTap;
      Row.add(to, c10, c11);
      to += dwTap;
      Row.add(to, c20, c21);
      to += dwTap;
      Row.add(to, c30, c31);
      to += dwTap;
      Row.add(to, c40, c41);
    }
    input += inRow;
    dw += 5 * dwTap;
  }
}
