/**
 * Ink on the fine grid: how much of it and how long its outline is, its edges
 * made sharp, and its means over the squares of the digit image.
 */

import { cellAt } from "./grid.ts";

/**
 * Counts cells of at least half ink, and their sides at which there is less.
 *
 * @param grid The fine grid, up to 80 cells wide, what is beside them 0.
 * @param to Two numbers of four bytes: cells, and sides.
 */
export function measure(grid: i32, columns: i32, rows: i32, to: i32): void {
  let area: i64 = 0;
  let sides: i64 = 0;
  // A row's cells as bits: the first 64, and what is left.
  let aboveLow: u64 = 0;
  let aboveHigh: u64 = 0;
  for (let y = 0; y < rows; y++) {
    let low: u64 = 0;
    let high: u64 = 0;
    for (let x = 0; x < columns; x += 4) {
      const values = v128.load(cellAt(grid, x, y));
      const mask = <u64> i32x4.bitmask(f32x4.ge(values, f32x4.splat(0.5)));
      if (x < 64) low |= mask << x;
      else high |= mask << (x - 64);
    }
    area += popcnt(low) + popcnt(high);
    // Each change in a row or column is a side, the grid's borders as well.
    sides += popcnt(low ^ (low << 1)) +
      popcnt(high ^ ((high << 1) | (low >> 63))) +
      popcnt(low ^ aboveLow) + popcnt(high ^ aboveHigh);
    aboveLow = low;
    aboveHigh = high;
  }
  sides += popcnt(aboveLow) + popcnt(aboveHigh);
  store<i32>(to, <i32> area);
  store<i32>(to, <i32> sides, 4);
}

/**
 * Doubles the slope of ink at its edges, and puts an empty frame around it.
 *
 * @param grid Shares of ink on the fine grid.
 * @param to Another fine grid, all 0.
 */
export function sharpen(
  grid: i32,
  columns: i32,
  rows: i32,
  frame: i32,
  to: i32,
): void {
  const half = f32x4.splat(0.5);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x += 4) {
      const away = f32x4.sub(v128.load(cellAt(grid, x, y)), half);
      // None of it is rounded where it matters, between 0 and 1.
      const share = f32x4.add(f32x4.add(away, away), half);
      v128.store(
        cellAt(to, x + frame, y + frame),
        f32x4.pmin(f32x4.splat(1), f32x4.pmax(f32x4.splat(0), share)),
      );
    }
  }
}

/**
 * Averages fine ink over squares of four by four cells.
 *
 * @param grid Ink on the fine grid.
 * @param offsetX Cells by which the squares begin before the ink, at most 1.
 * @param offsetY The same above.
 * @param squares Squares in a row, at most 20.
 * @param box Room for 20 rows of 20 floats, all 0: the means.
 * @param to The ink's mass and its moments across and down, in pixels.
 */
export function average(
  grid: i32,
  columns: i32,
  rows: i32,
  offsetX: i32,
  offsetY: i32,
  squares: i32,
  box: i32,
  to: i32,
): void {
  let mass: f64 = 0;
  let momentX: f64 = 0;
  let momentY: f64 = 0;
  for (let y = 0; y < rows; y++) {
    const row = (y + offsetY) >> 2;
    const from = cellAt(grid, -offsetX, y);
    for (let square = 0; square < squares; square++) {
      const cells = v128.load(from + 16 * square);
      if (!v128.any_true(cells)) continue;
      const at = box + 4 * (row * squares + square);
      let sum = load<f32>(at);
      for (let i = 0; i < 4; i++) {
        const value = <f64> load<f32>(from + 16 * square + 4 * i) / 16;
        sum = <f32> (<f64> sum + value);
        mass += value;
        momentX += value * <f64> square;
        momentY += value * <f64> row;
      }
      store<f32>(at, sum);
    }
  }
  store<f64>(to, mass);
  store<f64>(to, momentX, 8);
  store<f64>(to, momentY, 16);
}
