/**
 * Brings the ink of a box to the fine grid: by area averaging where the box is
 * larger, by linear interpolation where it is smaller.
 */

import { cellAt, PAD, STRIDE } from "./grid.ts";
import { fillTaps, firstOf, startOf, weightAt } from "./taps.ts";

/** Room for the taps of one direction: 80 cells of up to 256 pixels. */
const TAPS = 16 * 1024;

/**
 * @param ink `[height, width]` bytes, neither side above 256, with 16 bytes of
 *   room behind them.
 * @param shares 256 floats: the share of full ink that each byte stands for, 0
 *   for 0.
 * @param left The box, whose edges may cut pixels.
 * @param columns Columns of the result, at most 80.
 * @param rows Rows of the result, at most 80.
 * @param room Room for the taps and 256 rows of `STRIDE` floats.
 * @param to The fine grid.
 */
export function resample(
  ink: i32,
  width: i32,
  height: i32,
  shares: i32,
  left: f64,
  top: f64,
  right: f64,
  bottom: f64,
  columns: i32,
  rows: i32,
  room: i32,
  to: i32,
): void {
  const across = room;
  const down = room + TAPS;
  const narrow = room + 2 * TAPS;
  fillTaps(across, left, right, columns, width);
  fillTaps(down, top, bottom, rows, height);
  const begin = <i32> Math.floor(top);
  const end = <i32> Math.ceil(bottom);
  const last = columns - 1;
  const low = firstOf(across, 0);
  const high = firstOf(across, last) + startOf(across, columns) -
    startOf(across, last);
  for (let y = begin; y < end; y++) {
    const row = narrow + 4 * (y - begin) * STRIDE;
    memory.fill(row, 0, 4 * STRIDE);
    narrowRow(ink + y * width, low, high, shares, across, columns, row);
  }
  for (let y = 0; y < rows; y++) {
    blendRows(
      narrow + 4 * (firstOf(down, y) - begin) * STRIDE,
      weightAt(down, startOf(down, y)),
      startOf(down, y + 1) - startOf(down, y),
      columns,
      cellAt(to, -PAD, y),
    );
  }
}

/** Resamples one row of ink; cells that no ink reaches stay 0. */
function narrowRow(
  ink: i32,
  low: i32,
  high: i32,
  shares: i32,
  taps: i32,
  columns: i32,
  to: i32,
): void {
  while (low < high && load<u8>(ink + low) == 0) low++;
  if (low == high) return;
  while (load<u8>(ink + high - 1) == 0) high--;
  let x = 0;
  let i = 0;
  let next = startOf(taps, 1);
  // Cells to the left of all ink.
  while (firstOf(taps, x) + next - i <= low) {
    x++;
    i = next;
    next = startOf(taps, x + 1);
  }
  for (; x < columns; x++) {
    let at = ink + firstOf(taps, x);
    if (at >= ink + high) return;
    const end = startOf(taps, x + 1);
    let sum: f64 = 0;
    for (; i < end; i++) {
      const share = load<f32>(shares + 4 * <i32> load<u8>(at++));
      sum += load<f64>(weightAt(taps, i)) * <f64> share;
    }
    store<f32>(to + 4 * (PAD + x), <f32> sum);
  }
}

/** A row of the result: rows that are one after another, by their weights. */
function blendRows(
  from: i32,
  weights: i32,
  count: i32,
  columns: i32,
  to: i32,
): void {
  memory.fill(to, 0, 4 * STRIDE);
  for (let x = 4 * PAD; x < 4 * (PAD + columns); x += 16) {
    // Sums are rounded to floats at each step, as the reference's are.
    let sum = f32x4.splat(0);
    for (let i = 0; i < count; i++) {
      const values = v128.load(from + x + 4 * i * STRIDE);
      if (!v128.any_true(values)) continue;
      const weight = v128.load64_splat(weights + 8 * i);
      sum = f32x4Of(
        f64x2.add(lowOf(sum), f64x2.mul(weight, lowOf(values))),
        f64x2.add(highOf(sum), f64x2.mul(weight, highOf(values))),
      );
    }
    v128.store(to + x, sum);
  }
}

/** The first two floats as doubles. */
// @ts-ignore: a decorator of AssemblyScript's

export function lowOf(values: v128): v128 {
  return f64x2.promote_low_f32x4(values);
}

/** The last two floats as doubles. */
// @ts-ignore: a decorator of AssemblyScript's

export function highOf(values: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i32>(values, values, 2, 3, 2, 3));
}

/** Four doubles as floats. */
// @ts-ignore: a decorator of AssemblyScript's

export function f32x4Of(low: v128, high: v128): v128 {
  return v128.shuffle<i64>(
    f32x4.demote_f64x2_zero(low),
    f32x4.demote_f64x2_zero(high),
    0,
    2,
  );
}
