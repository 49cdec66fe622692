/**
 * Matrix products with sixteen columns, such as the contributions of an output
 * gradient's pixels to 4 x 4 patches of one channel: like multiply.ts's tile,
 * but both panels of a row are processed while it is in the first-level cache,
 * and there are no ragged edges.
 */

import { FourByEight, FOURS } from "./four_by_eight";

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
  while (a < end) {
    const half = c + 64;
    let w = panels;
    while (c < half) {
      FourByEight.ofRows(
        a,
        a + step,
        a + 2 * step,
        a + 3 * step,
        1,
        inner,
        FOURS,
        0,
        w,
        c,
        c + 64,
        c + 128,
        c + 192,
        4,
        8,
        0,
      );
      w += <usize> inner << 5;
      c += 32;
    }
    c += 192;
    a += 4 * step;
  }
}
