/**
 * The tile under nearly every convolution and matrix product: four rows by
 * eight columns. It knows only addresses: no shapes, strides or padding.
 *
 * Eight accumulators, four vectors of inputs, two of weights and one broadcast
 * input fill the 15 registers that V8 has on x86-64. Inputs are loaded four at
 * a time and broadcast by shuffles rather than by broadcasting loads: in Deno a
 * bounds check precedes every load, and the checks would take longer than the
 * multiplications.
 *
 * The functions are methods only so that they can be marked for inlining, as in
 * frequencies.ts: for a small product, a call would cost as much as its sums.
 * Sums are separate variables, because vectors in an array would live in
 * memory.
 */

import { keep, Row } from "./keep";

/** What is known of a run's length: nothing; a multiple of four; four. */
export const ANY = 0;
export const FOURS = 1;
export const FOUR = 2;

/** Computes and stores sums of four rows by eight columns. */
export abstract class FourByEight {
  /**
   * Rows that lie at four addresses, each in `runs` runs of `run` floats, times
   * `runs * run` groups of eight weights. Adds up in that order.
   *
   * Arguments that are constant at the call, such as a single run, cost nothing
   * because of inlining.
   *
   * @param runs At least 1; `run` may be 0.
   * @param length `ANY`, `FOURS` or `FOUR`: what is known of `run`.
   * @param skip Bytes from the end of a run to the start of the next.
   * @param weights A panel of eight columns (see `packPanels`).
   * @param to0,to1,to2,to3 Where the rows' sums go.
   * @param rows Rows to keep, from 1; all four for 4 or more.
   * @param kept Columns to keep, from 1; all eight for 8 or more.
   * @param add 1 to add to what is there, 0 to write.
   */
  @inline
  static ofRows(
    from0: usize,
    from1: usize,
    from2: usize,
    from3: usize,
    runs: i32,
    run: i32,
    length: i32,
    skip: usize,
    weights: usize,
    to0: usize,
    to1: usize,
    to2: usize,
    to3: usize,
    rows: i32,
    kept: i32,
    add: i32,
  ): void {
    let p0 = from0;
    let p1 = from1;
    let p2 = from2;
    let p3 = from3;
    let w = weights;
    let c00 = f32x4.splat(0);
    let c01 = f32x4.splat(0);
    let c10 = f32x4.splat(0);
    let c11 = f32x4.splat(0);
    let c20 = f32x4.splat(0);
    let c21 = f32x4.splat(0);
    let c30 = f32x4.splat(0);
    let c31 = f32x4.splat(0);
    let t: v128;
    let b0: v128;
    let b1: v128;
    let left = runs;
    for (;;) {
      let k = run;
      while (k >= 4) {
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
        k -= 4;
        if (length == FOUR) break;
      }
      for (; length == ANY && k > 0; k--) {
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
      if (runs == 1) break;
      if (--left == 0) break;
      p0 += skip;
      p1 += skip;
      p2 += skip;
      p3 += skip;
    }
    FourByEight.keepAll(
      to0,
      to1,
      to2,
      to3,
      c00,
      c01,
      c10,
      c11,
      c20,
      c21,
      c30,
      c31,
      rows,
      kept,
      add,
    );
  }

  /**
   * Four rows whose values lie beside each other, such as taps under a pixel,
   * times eight columns, summed over a block: images of rows of pixels, say.
   *
   * Reads four values even if fewer rows are kept.
   *
   * @param x The first four values; `xStep` bytes to the next four.
   * @param xSkip Bytes added at the end of a line; `xNext` of an image.
   * @param d The first eight columns; `dStep`, `dSkip`, `dNext` likewise.
   * @param to0,to1,to2,to3 Where the rows' sums go.
   * @param images,lines,pixels The block's sizes, each at least 1.
   * @param rows Rows to keep, from 1; all four for 4 or more.
   * @param kept Columns to keep, from 1; all eight for 8 or more.
   * @param add 1 to add to what is there, 0 to write.
   */
  @inline
  static ofOuterProducts(
    x: usize,
    xStep: usize,
    xSkip: usize,
    xNext: usize,
    d: usize,
    dStep: usize,
    dSkip: usize,
    dNext: usize,
    images: i32,
    lines: i32,
    pixels: i32,
    to0: usize,
    to1: usize,
    to2: usize,
    to3: usize,
    rows: i32,
    kept: i32,
    add: i32,
  ): void {
    let p = x;
    let w = d;
    let c00 = f32x4.splat(0);
    let c01 = f32x4.splat(0);
    let c10 = f32x4.splat(0);
    let c11 = f32x4.splat(0);
    let c20 = f32x4.splat(0);
    let c21 = f32x4.splat(0);
    let c30 = f32x4.splat(0);
    let c31 = f32x4.splat(0);
    let four: v128;
    let t: v128;
    let b0: v128;
    let b1: v128;
    let image = images;
    for (;;) {
      let line = lines;
      for (;;) {
        let left = pixels;
        // Four pixels per round, then two, then one, because rows of 7 are
        // common.
        for (; left >= 4; left -= 4) {
          four = v128.load(p);
          b0 = v128.load(w);
          b1 = v128.load(w, 16);
          t = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          p += xStep;
          w += dStep;
          four = v128.load(p);
          b0 = v128.load(w);
          b1 = v128.load(w, 16);
          t = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          p += xStep;
          w += dStep;
          four = v128.load(p);
          b0 = v128.load(w);
          b1 = v128.load(w, 16);
          t = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          p += xStep;
          w += dStep;
          four = v128.load(p);
          b0 = v128.load(w);
          b1 = v128.load(w, 16);
          t = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          p += xStep;
          w += dStep;
        }
        if ((left & 2) != 0) {
          four = v128.load(p);
          b0 = v128.load(w);
          b1 = v128.load(w, 16);
          t = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          p += xStep;
          w += dStep;
          four = v128.load(p);
          b0 = v128.load(w);
          b1 = v128.load(w, 16);
          t = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          p += xStep;
          w += dStep;
        }
        if ((left & 1) != 0) {
          four = v128.load(p);
          b0 = v128.load(w);
          b1 = v128.load(w, 16);
          t = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
          c00 = f32x4.relaxed_madd(t, b0, c00);
          c01 = f32x4.relaxed_madd(t, b1, c01);
          t = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
          c10 = f32x4.relaxed_madd(t, b0, c10);
          c11 = f32x4.relaxed_madd(t, b1, c11);
          t = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
          c20 = f32x4.relaxed_madd(t, b0, c20);
          c21 = f32x4.relaxed_madd(t, b1, c21);
          t = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
          c30 = f32x4.relaxed_madd(t, b0, c30);
          c31 = f32x4.relaxed_madd(t, b1, c31);
          p += xStep;
          w += dStep;
        }
        p += xSkip;
        w += dSkip;
        if (lines == 1) break;
        if (--line == 0) break;
      }
      if (images == 1) break;
      p += xNext;
      w += dNext;
      if (--image == 0) break;
    }
    FourByEight.keepAll(
      to0,
      to1,
      to2,
      to3,
      c00,
      c01,
      c10,
      c11,
      c20,
      c21,
      c30,
      c31,
      rows,
      kept,
      add,
    );
  }

  /** Stores the sums of four rows, or adds them to what is there. */
  @inline
  private static keepAll(
    to0: usize,
    to1: usize,
    to2: usize,
    to3: usize,
    c00: v128,
    c01: v128,
    c10: v128,
    c11: v128,
    c20: v128,
    c21: v128,
    c30: v128,
    c31: v128,
    rows: i32,
    kept: i32,
    add: i32,
  ): void {
    if (rows >= 4 && kept >= 8) {
      if (add) {
        Row.add(to0, c00, c01);
        Row.add(to1, c10, c11);
        Row.add(to2, c20, c21);
        Row.add(to3, c30, c31);
      } else {
        Row.store(to0, c00, c01);
        Row.store(to1, c10, c11);
        Row.store(to2, c20, c21);
        Row.store(to3, c30, c31);
      }
      return;
    }
    keep(to0, c00, c01, kept, add);
    if (rows > 1) keep(to1, c10, c11, kept, add);
    if (rows > 2) keep(to2, c20, c21, kept, add);
    if (rows > 3) keep(to3, c30, c31, kept, add);
  }
}
