/**
 * Many small matrix products of one shape, those of Winograd's frequencies.
 * The tile is that of tile.ts, with rows at a fixed step and no table of
 * pointers: with few channels that table would take as long as the sums.
 */

/**
 * Multiplies `[rows, inner]` by packed `[inner, columns]` matrices.
 *
 * Rows are rounded up to a multiple of four, inner ones and columns are
 * multiples of four and eight. Steps are in bytes.
 *
 * @param a Left matrices, `aStep` between rows, `aNext` between matrices.
 * @param w Panels of eight columns (see `packPanels`), matrix after matrix.
 * @param c Results, `cStep` between rows, `cNext` between matrices.
 */
export function products(
  a: usize,
  aStep: usize,
  aNext: usize,
  w: usize,
  c: usize,
  cStep: usize,
  cNext: usize,
  matrices: i32,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  for (let i = 0; i < matrices; i++) {
    for (let column = 0; column < columns; column += 8) {
      panelProduct(a, aStep, w, c + (<usize> column << 2), cStep, rows, inner);
      w += <usize> inner << 5;
    }
    a += aNext;
    c += cNext;
  }
}

/** Multiplies by one panel of eight columns. */
function panelProduct(
  a: usize,
  aStep: usize,
  panel: usize,
  c: usize,
  cStep: usize,
  rows: i32,
  inner: i32,
): void {
  let t: v128;
  let b0: v128;
  let b1: v128;
  for (; rows > 0; rows -= 4) {
    let p0 = a;
    let p1 = p0 + aStep;
    let p2 = p1 + aStep;
    let p3 = p2 + aStep;
    a = p3 + aStep;
    let w = panel;
    let c00 = f32x4.splat(0);
    let c01 = f32x4.splat(0);
    let c10 = f32x4.splat(0);
    let c11 = f32x4.splat(0);
    let c20 = f32x4.splat(0);
    let c21 = f32x4.splat(0);
    let c30 = f32x4.splat(0);
    let c31 = f32x4.splat(0);
    for (let k = inner; k > 0; k -= 4) {
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
    v128.store(c, c00);
    v128.store(c, c01, 16);
    c += cStep;
    v128.store(c, c10);
    v128.store(c, c11, 16);
    c += cStep;
    v128.store(c, c20);
    v128.store(c, c21, 16);
    c += cStep;
    v128.store(c, c30);
    v128.store(c, c31, 16);
    c += cStep;
  }
}
