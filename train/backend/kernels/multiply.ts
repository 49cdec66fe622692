/**
 * Matrix products by a block of packed panels of eight columns. The caller
 * chooses blocks that fit the first-level cache.
 */

import { ANY, FourByEight } from "./four_by_eight";

/**
 * Packs an `[inner, rows]` matrix as `[rows / 4][inner][4]`, so that a tile
 * reads four rows in one vector; missing rows are zero.
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
): void {
  for (let left = columns; left > 0; left -= 8) {
    let from = a;
    let to = c;
    for (let row = rows; row > 0; row -= 4) {
      const from1 = row > 1 ? from + aStep : from;
      const from2 = row > 2 ? from1 + aStep : from;
      const from3 = row > 3 ? from2 + aStep : from;
      const to1 = to + cStep;
      const to2 = to1 + cStep;
      FourByEight.ofRows(
        from,
        from1,
        from2,
        from3,
        1,
        inner,
        ANY,
        0,
        panels,
        to,
        to1,
        to2,
        to2 + cStep,
        row,
        left,
        add,
      );
      from += 4 * aStep;
      to += 4 * cStep;
    }
    panels += <usize> inner << 5;
    c += 32;
  }
}

/** {@link multiplyRows} with a left matrix packed by `packQuads`. */
export function multiplyQuads(
  quads: usize,
  panels: usize,
  c: usize,
  cStep: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  add: i32,
): void {
  for (let left = columns; left > 0; left -= 8) {
    let from = quads;
    let to = c;
    for (let row = rows; row > 0; row -= 4) {
      const to1 = to + cStep;
      const to2 = to1 + cStep;
      FourByEight.ofOuterProducts(
        from,
        16,
        0,
        0,
        panels,
        32,
        0,
        0,
        1,
        1,
        inner,
        to,
        to1,
        to2,
        to2 + cStep,
        row,
        left,
        add,
      );
      from += <usize> inner << 4;
      to += 4 * cStep;
    }
    panels += <usize> inner << 5;
    c += 32;
  }
}
