/**
 * Matrix products of sixteen columns, such as what the pixels of an output
 * gradient give to 4 x 4 patches of one channel: multiply.ts's tile, but both
 * panels of a row are done while it is in the first-level cache, and nothing
 * is ragged.
 */

/**
 * Multiplies rows of `inner` floats by two packed panels of eight columns.
 *
 * @param a Rows one after another, a multiple of four of them.
 * @param panels The right matrix (see `packPanels`).
 * @param c `[rows, 16]`, written.
 * @param inner A multiple of four.
 */
export function multiplyBySixteen(
  a: usize,
  panels: usize,
  c: usize,
  rows: i32,
  inner: i32,
): void {
  const step = <usize> inner << 2;
  const end = a + <usize> rows * step;
  let t: v128;
  let b0: v128;
  let b1: v128;
  while (a < end) {
    let w = panels;
    const half = c + 64;
    while (c < half) {
      let p0 = a;
      let p1 = p0 + step;
      let p2 = p1 + step;
      let p3 = p2 + step;
      const stop = p1;
      let c00 = f32x4.splat(0);
      let c01 = f32x4.splat(0);
      let c10 = f32x4.splat(0);
      let c11 = f32x4.splat(0);
      let c20 = f32x4.splat(0);
      let c21 = f32x4.splat(0);
      let c30 = f32x4.splat(0);
      let c31 = f32x4.splat(0);
      while (p0 < stop) {
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
        p0 += 16;
        p1 += 16;
        p2 += 16;
        p3 += 16;
        w += 128;
      }
      v128.store(c, c00, 0);
      v128.store(c, c01, 16);
      v128.store(c, c10, 64);
      v128.store(c, c11, 80);
      v128.store(c, c20, 128);
      v128.store(c, c21, 144);
      v128.store(c, c30, 192);
      v128.store(c, c31, 208);
      c += 32;
    }
    c += 192;
    a += 4 * step;
  }
}
