/**
 * Strided convolutions of images of one channel, such as a discriminator's
 * first layer: one_input.ts's tile, but each pixel has an address of its own,
 * so that a tile goes on in the next row and ragged widths cost nothing.
 */

/**
 * Convolves padded images of one channel, four pixels at a time; at the end of
 * an image the last four, some of them for the second time.
 *
 * Kernels are 3 or 4 wide; reads up to a float past a row of the kernel.
 *
 * @param inRow Bytes between the padded input's rows.
 * @param output Pixels of `channels` floats, one after another.
 * @param height,width Output rows and columns, at least 4 pixels in all.
 * @param rows Rows of the kernel; `taps` columns.
 * @param weights Panels of eight output channels (see `packPanels`).
 * @param channels Output channels, a multiple of eight.
 */
export function convolveFromOneStrided(
  input: usize,
  inImage: usize,
  inRow: usize,
  output: usize,
  images: i32,
  height: i32,
  width: i32,
  stride: usize,
  rows: i32,
  taps: i32,
  weights: usize,
  channels: i32,
): void {
  const pixel = <usize> channels << 2;
  const panel = <usize> taps << 5;
  const step = stride << 2;
  const lineStep = stride * inRow;
  const pixels = height * width;
  let t: v128;
  let b0: v128;
  let b1: v128;
  for (; images > 0; images--) {
    let line = input;
    let x = 0;
    for (let first = 0; first < pixels; first += 4) {
      if (first > pixels - 4) {
        first = pixels - 4;
        x = first % width;
        line = input + <usize> (first / width) * lineStep;
      }
      const from0 = line + <usize> x * step;
      if (++x == width) {
        x = 0;
        line += lineStep;
      }
      const from1 = line + <usize> x * step;
      if (++x == width) {
        x = 0;
        line += lineStep;
      }
      const from2 = line + <usize> x * step;
      if (++x == width) {
        x = 0;
        line += lineStep;
      }
      const from3 = line + <usize> x * step;
      if (++x == width) {
        x = 0;
        line += lineStep;
      }
      const to = output + <usize> first * pixel;
      let w = weights;
      for (let offset: usize = 0; offset < pixel; offset += 32) {
        let p0 = from0;
        let p1 = from1;
        let p2 = from2;
        let p3 = from3;
        let c00 = f32x4.splat(0);
        let c01 = f32x4.splat(0);
        let c10 = f32x4.splat(0);
        let c11 = f32x4.splat(0);
        let c20 = f32x4.splat(0);
        let c21 = f32x4.splat(0);
        let c30 = f32x4.splat(0);
        let c31 = f32x4.splat(0);
        for (let row = rows; row > 0; row--) {
          const x0 = v128.load(p0);
          const x1 = v128.load(p1);
          const x2 = v128.load(p2);
          const x3 = v128.load(p3);
          b0 = v128.load(w, 0);
          b1 = v128.load(w, 16);
          t = v128.shuffle<f32>(x0, x0, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(x1, x1, 0, 0, 0, 0);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(x2, x2, 0, 0, 0, 0);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(x3, x3, 0, 0, 0, 0);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          b0 = v128.load(w, 32);
          b1 = v128.load(w, 48);
          t = v128.shuffle<f32>(x0, x0, 1, 1, 1, 1);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(x1, x1, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(x2, x2, 1, 1, 1, 1);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(x3, x3, 1, 1, 1, 1);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          b0 = v128.load(w, 64);
          b1 = v128.load(w, 80);
          t = v128.shuffle<f32>(x0, x0, 2, 2, 2, 2);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(x1, x1, 2, 2, 2, 2);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(x2, x2, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(x3, x3, 2, 2, 2, 2);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          if (taps > 3) {
            b0 = v128.load(w, 96);
            b1 = v128.load(w, 112);
            t = v128.shuffle<f32>(x0, x0, 3, 3, 3, 3);
            c00 = f32x4.relaxed_madd(t, b0, c00);
            c01 = f32x4.relaxed_madd(t, b1, c01);
            t = v128.shuffle<f32>(x1, x1, 3, 3, 3, 3);
            c10 = f32x4.relaxed_madd(t, b0, c10);
            c11 = f32x4.relaxed_madd(t, b1, c11);
            t = v128.shuffle<f32>(x2, x2, 3, 3, 3, 3);
            c20 = f32x4.relaxed_madd(t, b0, c20);
            c21 = f32x4.relaxed_madd(t, b1, c21);
            t = v128.shuffle<f32>(x3, x3, 3, 3, 3, 3);
            c30 = f32x4.relaxed_madd(t, b0, c30);
            c31 = f32x4.relaxed_madd(t, b1, c31);
          }
          p0 += inRow;
          p1 += inRow;
          p2 += inRow;
          p3 += inRow;
          w += panel;
        }
        const to0 = to + offset;
        const to1 = to0 + pixel;
        const to2 = to1 + pixel;
        const to3 = to2 + pixel;
        v128.store(to0, c00);
        v128.store(to0, c01, 16);
        v128.store(to1, c10);
        v128.store(to1, c11, 16);
        v128.store(to2, c20);
        v128.store(to2, c21, 16);
        v128.store(to3, c30);
        v128.store(to3, c31, 16);
      }
    }
    input += inImage;
    output += <usize> pixels * pixel;
  }
}
