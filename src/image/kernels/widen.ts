/**
 * Lets strokes grow to all sides, by the distance to ink: a chamfer transform
 * in two sweeps, by steps of 1 and the square root of 2.
 */

import { cellAt, STRIDE } from "./grid.ts";
import { f32x4Of, highOf, lowOf } from "./resample.ts";

/** Larger than any distance in the grid. */
const FAR: f32 = 1e6;

/**
 * Only distances below the limit matter. Those above it may be left too long:
 * every way to ink is longer by each step, so that no short one is missed. Of
 * ways along a row, those of up to three steps are found.
 *
 * @param grid Ink on the fine grid, overwritten with the grown ink.
 * @param limit How far ink reaches, and half a cell; less than 4.
 * @param distances Room for `rows + 2` rows of the fine grid.
 */
export function widen(
  grid: i32,
  columns: i32,
  rows: i32,
  limit: f64,
  distances: i32,
): void {
  const far = f32x4.splat(FAR);
  const width = (columns + 3) & ~3;
  for (let at = 0; at < 4 * STRIDE * (rows + 2); at += 16) {
    v128.store(distances + at, far);
  }
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x += 4) {
      const isInk = f32x4.ge(v128.load(cellAt(grid, x, y)), f32x4.splat(0.5));
      v128.store(cellAt(distances, x, y + 1), v128.andnot(far, isInk));
    }
  }
  // Rounding to floats takes less away than is added here.
  const most = <f32> limit + 1e-5;
  const cap = f32x4.splat(most);
  // Where ink reaches less than a cell, there is no way to look for.
  if (most > 1) {
    const isWide = most > 2;
    for (let y = 1; y <= rows; y++) sweepDown(distances, y, width, cap, isWide);
    for (let y = rows; y >= 1; y--) sweepUp(distances, y, width, cap, isWide);
  }
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x += 4) {
      const away = v128.load(cellAt(distances, x, y + 1));
      if (!v128.any_true(f32x4.lt(away, cap))) continue;
      const at = cellAt(grid, x, y);
      const grown = f32x4Of(
        f64x2.sub(f64x2.splat(limit), lowOf(away)),
        f64x2.sub(f64x2.splat(limit), highOf(away)),
      );
      const shown = f32x4.pmax(
        f32x4.splat(0),
        f32x4.pmin(f32x4.splat(1), grown),
      );
      v128.store(at, f32x4.pmax(v128.load(at), shown));
    }
  }
  // Cells in the last four that are not the grid's.
  for (let y = 0; y < rows; y++) {
    for (let x = columns; x < width; x++) store<f32>(cellAt(grid, x, y), 0);
  }
}

/** The shortest way over the row above and the cell to the left. */
function sweepDown(
  distances: i32,
  y: i32,
  width: i32,
  cap: v128,
  isWide: bool,
): void {
  let before = f32x4.splat(FAR);
  for (let x = 0; x < width; x += 4) {
    const at = cellAt(distances, x, y);
    let here = overRow(at, at - 4 * STRIDE, cap);
    if (isOpen(here, f32x4.extract_lane(before, 3), cap)) {
      const one = f32x4.splat(1);
      const next = v128.shuffle<i32>(before, here, 3, 4, 5, 6);
      here = f32x4.pmin(here, f32x4.add(next, one));
      if (isWide) {
        const second = v128.shuffle<i32>(before, here, 2, 3, 4, 5);
        const over = f32x4.add(f32x4.add(second, one), one);
        here = f32x4.pmin(here, over);
      }
    }
    v128.store(at, here);
    before = here;
  }
}

/** The same over the row below and the cell to the right. */
function sweepUp(
  distances: i32,
  y: i32,
  width: i32,
  cap: v128,
  isWide: bool,
): void {
  let before = f32x4.splat(FAR);
  for (let x = width - 4; x >= 0; x -= 4) {
    const at = cellAt(distances, x, y);
    let here = overRow(at, at + 4 * STRIDE, cap);
    if (isOpen(here, f32x4.extract_lane(before, 0), cap)) {
      const one = f32x4.splat(1);
      const next = v128.shuffle<i32>(here, before, 1, 2, 3, 4);
      here = f32x4.pmin(here, f32x4.add(next, one));
      if (isWide) {
        const second = v128.shuffle<i32>(here, before, 2, 3, 4, 5);
        const over = f32x4.add(f32x4.add(second, one), one);
        here = f32x4.pmin(here, over);
      }
    }
    v128.store(at, here);
    before = here;
  }
}

/** The shortest ways of four cells over the three cells of another row. */
function overRow(at: i32, other: i32, cap: v128): v128 {
  const here = v128.load(at);
  const middle = v128.load(other);
  const aside = f32x4.pmin(v128.load(other - 4), v128.load(other + 4));
  const nearest = f32x4.pmin(middle, aside);
  if (!v128.any_true(f32x4.lt(nearest, cap))) return here;
  // Rounded once, from the exact sum, as the reference does.
  const root = f64x2.splat(Math.SQRT2);
  const askew = f32x4Of(
    f64x2.add(lowOf(aside), root),
    f64x2.add(highOf(aside), root),
  );
  const straight = f32x4.add(middle, f32x4.splat(1));
  return f32x4.pmin(here, f32x4.pmin(straight, askew));
}

/** Whether a way along the row can be the shortest for any of four cells. */
function isOpen(here: v128, beside: f32, cap: v128): bool {
  if (!v128.any_true(here)) return false;
  return v128.any_true(
    f32x4.lt(f32x4.pmin(here, f32x4.splat(beside)), cap),
  );
}
