/**
 * Matrix products by a block of packed panels of eight columns: the tile of
 * tile.ts, whose rows lie at a fixed step, so that it needs no table of
 * pointers. Blocks are chosen by the caller, to fit the first-level cache.
 */

import { addPart, addTo } from "./filter_tile";
import { storePart } from "./tile";

/**
 * Packs an `[inner, rows]` matrix as `[rows / 4][inner][4]`, so that a tile
 * reads four rows in one vector; zeros stand for rows that are not there.
 *
 * @param step Bytes between the source's rows of `rows` floats.
 */
export function packQuads(
  from: usize,
  to: usize,
  inner: i32,
  rows: i32,
  step: usize,
): void {
  const quad = <usize> inner << 4;
  let row = 0;
  for (; row + 16 <= rows; row += 16) {
    // Sixteen floats are a cache line: no line is visited twice.
    let source = from;
    let target = to;
    for (let k = inner; k > 0; k--) {
      const a = v128.load(source);
      const b = v128.load(source, 16);
      const c = v128.load(source, 32);
      const d = v128.load(source, 48);
      v128.store(target, a);
      v128.store(target + quad, b);
      v128.store(target + 2 * quad, c);
      v128.store(target + 3 * quad, d);
      source += step;
      target += 16;
    }
    from += 64;
    to += 4 * quad;
  }
  for (; row < rows; row += 4) {
    const kept = min(4, rows - row);
    let source = from;
    let target = to;
    for (let k = inner; k > 0; k--) {
      v128.store(target, f32x4.splat(0));
      for (let i = 0; i < kept; i++) {
        f32.store(target + (i << 2), f32.load(source + (i << 2)));
      }
      source += step;
      target += 16;
    }
    from += 16;
    to += quad;
  }
}

/**
 * Multiplies `rows` rows of `inner` floats by packed panels.
 *
 * @param aStep Bytes between the left matrix's rows; `cStep` the product's.
 * @param panels Panels of eight columns (see `packPanels`), one after another.
 * @param add 1 to add to the product in memory, 0 to write it.
 * @param spare 32 bytes for the results of rows that are not there.
 */
export function multiplyRows(
  a: usize,
  aStep: usize,
  panels: usize,
  c: usize,
  cStep: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  add: i32,
  spare: usize,
): void {
  let t: v128;
  let b0: v128;
  let b1: v128;
  for (let left = columns; left > 0; left -= 8) {
    let from = a;
    let to = c;
    for (let row = rows; row > 0; row -= 4) {
      let p0 = from;
      let p1 = row > 1 ? p0 + aStep : p0;
      let p2 = row > 2 ? p1 + aStep : p0;
      let p3 = row > 3 ? p2 + aStep : p0;
      from += 4 * aStep;
      let w = panels;
      let c00 = f32x4.splat(0);
      let c01 = f32x4.splat(0);
      let c10 = f32x4.splat(0);
      let c11 = f32x4.splat(0);
      let c20 = f32x4.splat(0);
      let c21 = f32x4.splat(0);
      let c30 = f32x4.splat(0);
      let c31 = f32x4.splat(0);
      let k = inner;
      for (; k >= 4; k -= 4) {
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
      for (; k > 0; k--) {
        b0 = v128.load(w);
        b1 = v128.load(w, 16);
        t = v128.load32_splat(p0);
        c00 = f32x4.relaxed_madd(t, b0, c00);
        c01 = f32x4.relaxed_madd(t, b1, c01);
        t = v128.load32_splat(p1);
        c10 = f32x4.relaxed_madd(t, b0, c10);
        c11 = f32x4.relaxed_madd(t, b1, c11);
        t = v128.load32_splat(p2);
        c20 = f32x4.relaxed_madd(t, b0, c20);
        c21 = f32x4.relaxed_madd(t, b1, c21);
        t = v128.load32_splat(p3);
        c30 = f32x4.relaxed_madd(t, b0, c30);
        c31 = f32x4.relaxed_madd(t, b1, c31);
        p0 += 4;
        p1 += 4;
        p2 += 4;
        p3 += 4;
        w += 32;
      }
      const to1 = row > 1 ? to + cStep : spare;
      const to2 = row > 2 ? to1 + cStep : spare;
      const to3 = row > 3 ? to2 + cStep : spare;
      if (left >= 8 && add == 0) {
        v128.store(to, c00);
        v128.store(to, c01, 16);
        v128.store(to1, c10);
        v128.store(to1, c11, 16);
        v128.store(to2, c20);
        v128.store(to2, c21, 16);
        v128.store(to3, c30);
        v128.store(to3, c31, 16);
      } else if (left >= 8) {
        addTo(to, c00);
        addTo(to + 16, c01);
        addTo(to1, c10);
        addTo(to1 + 16, c11);
        addTo(to2, c20);
        addTo(to2 + 16, c21);
        addTo(to3, c30);
        addTo(to3 + 16, c31);
      } else {
        keep(to, c00, c01, left, add);
        keep(to1, c10, c11, left, add);
        keep(to2, c20, c21, left, add);
        keep(to3, c30, c31, left, add);
      }
      to += 4 * cStep;
    }
    panels += <usize> inner << 5;
    c += 32;
  }
}

/** {@link multiplyRows} of a left matrix that `packQuads` has packed. */
export function multiplyQuads(
  quads: usize,
  panels: usize,
  c: usize,
  cStep: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  add: i32,
  spare: usize,
): void {
  let t: v128;
  let x: v128;
  let b0: v128;
  let b1: v128;
  for (let left = columns; left > 0; left -= 8) {
    let p = quads;
    let to = c;
    for (let row = rows; row > 0; row -= 4) {
      let w = panels;
      let c00 = f32x4.splat(0);
      let c01 = f32x4.splat(0);
      let c10 = f32x4.splat(0);
      let c11 = f32x4.splat(0);
      let c20 = f32x4.splat(0);
      let c21 = f32x4.splat(0);
      let c30 = f32x4.splat(0);
      let c31 = f32x4.splat(0);
      let k = inner;
      for (; k >= 4; k -= 4) {
        x = v128.load(p, 0);
        b0 = v128.load(w, 0);
        b1 = v128.load(w, 16);
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
        x = v128.load(p, 16);
        b0 = v128.load(w, 32);
        b1 = v128.load(w, 48);
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
        x = v128.load(p, 32);
        b0 = v128.load(w, 64);
        b1 = v128.load(w, 80);
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
        x = v128.load(p, 48);
        b0 = v128.load(w, 96);
        b1 = v128.load(w, 112);
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
        p += 64;
        w += 128;
      }
      for (; k > 0; k--) {
        x = v128.load(p, 0);
        b0 = v128.load(w, 0);
        b1 = v128.load(w, 16);
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
        p += 16;
        w += 32;
      }
      const to1 = row > 1 ? to + cStep : spare;
      const to2 = row > 2 ? to1 + cStep : spare;
      const to3 = row > 3 ? to2 + cStep : spare;
      if (left >= 8 && add == 0) {
        v128.store(to, c00);
        v128.store(to, c01, 16);
        v128.store(to1, c10);
        v128.store(to1, c11, 16);
        v128.store(to2, c20);
        v128.store(to2, c21, 16);
        v128.store(to3, c30);
        v128.store(to3, c31, 16);
      } else if (left >= 8) {
        addTo(to, c00);
        addTo(to + 16, c01);
        addTo(to1, c10);
        addTo(to1 + 16, c11);
        addTo(to2, c20);
        addTo(to2 + 16, c21);
        addTo(to3, c30);
        addTo(to3 + 16, c31);
      } else {
        keep(to, c00, c01, left, add);
        keep(to1, c10, c11, left, add);
        keep(to2, c20, c21, left, add);
        keep(to3, c30, c31, left, add);
      }
      to += 4 * cStep;
    }
    panels += <usize> inner << 5;
    c += 32;
  }
}

/** Stores a row's sums to eight floats or fewer, or adds them there. */
function keep(to: usize, low: v128, high: v128, channels: i32, add: i32): void {
  if (add) addPart(to, low, high, channels);
  else storePart(to, low, high, channels);
}
