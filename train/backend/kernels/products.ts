/**
 * Many small matrix products of one shape, for Winograd's frequencies. The
 * tile's rows have a fixed step instead of tile.ts's table of pointers: with
 * few channels, that table would take as long as the sums.
 */

import { FourByEight, FOURS } from "./four_by_eight";

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
  for (; rows > 0; rows -= 4) {
    const a1 = a + aStep;
    const a2 = a1 + aStep;
    const a3 = a2 + aStep;
    const c1 = c + cStep;
    const c2 = c1 + cStep;
    const c3 = c2 + cStep;
    FourByEight.ofRows(
      a,
      a1,
      a2,
      a3,
      1,
      inner,
      FOURS,
      0,
      panel,
      c,
      c1,
      c2,
      c3,
      4,
      8,
      0,
    );
    a = a3 + aStep;
    c = c3 + cStep;
  }
}
