/**
 * Brings the ink of a box to the fine grid: by area averaging where the box is
 * larger, by linear interpolation where it is smaller.
 */

import { cellAt, PAD, STRIDE } from "./grid.ts";
import { fillTaps, firstOf, startOf, weightAt } from "./taps.ts";

/** Room for the taps of one direction, and for weights two by two. */
const TAPS = 16 * 1024;

/**
 * @param ink `[height, width]` bytes, neither side above 256, with 16 bytes of
 *   room behind them.
 * @param shares 256 doubles: the share of full ink that each byte stands for, 0
 *   for 0.
 * @param left The box, whose edges may cut pixels.
 * @param columns Columns of the result, at most 80.
 * @param rows Rows of the result, at most 80.
 * @param room Room for the taps and 257 rows of `STRIDE` floats.
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
  const pairs = room + 2 * TAPS;
  const narrow = room + 3 * TAPS;
  fillTaps(across, left, right, columns, width);
  const count = pairWeights(across, columns, pairs);
  fillTaps(down, top, bottom, rows, height);
  const begin = <i32> Math.floor(top);
  const end = <i32> Math.ceil(bottom);
  const last = columns - 1;
  const low = firstOf(across, 0);
  const high = firstOf(across, last) + startOf(across, columns) -
    startOf(across, last);
  for (let y = begin; y < end; y++) {
    const row = narrow + 4 * (y - begin) * STRIDE;
    clear(row);
    narrowRow(
      ink + y * width,
      low,
      high,
      shares,
      across,
      pairs,
      count,
      columns,
      row,
    );
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

/** Makes a row 0: bulk memory instructions cost more than this. */
function clear(row: i32): void {
  for (let x = 0; x < 4 * STRIDE; x += 16) {
    v128.store(row + x, i32x4.splat(0));
  }
}

/**
 * Weights of cells two by two, all cells with as many: the first weights of
 * two cells, their second ones, and so on, 0 where a cell has fewer.
 *
 * @returns Weights of a cell.
 */
function pairWeights(taps: i32, columns: i32, pairs: i32): i32 {
  // Three are common, and done without a loop.
  let most = 3;
  for (let x = 0; x < columns; x++) {
    most = max(most, startOf(taps, x + 1) - startOf(taps, x));
  }
  // An odd last cell has a companion that stays 0.
  store<i32>(taps + 4 * columns, firstOf(taps, columns - 1));
  for (let x = 0; x < columns + (columns & 1); x++) {
    const start = startOf(taps, x);
    const count = x < columns ? startOf(taps, x + 1) - start : 0;
    const to = pairs + 16 * (x >> 1) * most + 8 * (x & 1);
    for (let i = 0; i < most; i++) {
      const weight = i < count ? load<f64>(weightAt(taps, start + i)) : 0;
      store<f64>(to + 16 * i, weight);
    }
  }
  return most;
}

/** Resamples one row of ink; cells that no ink reaches stay 0. */
function narrowRow(
  ink: i32,
  low: i32,
  high: i32,
  shares: i32,
  taps: i32,
  pairs: i32,
  count: i32,
  columns: i32,
  to: i32,
): void {
  while (low < high && load<u8>(ink + low) == 0) low++;
  if (low == high) return;
  while (load<u8>(ink + high - 1) == 0) high--;
  for (let x = 0; x < columns; x += 2) {
    const a = firstOf(taps, x);
    const b = firstOf(taps, x + 1);
    if (b + count <= low) continue;
    if (a >= high) return;
    // Within its outline a digit is mostly paper.
    const shift = 64 - 8 * (b + count - a);
    if (shift >= 0 && load<u64>(ink + a) << shift == 0) continue;
    const weights = pairs + 16 * (x >> 1) * count;
    const left = ink + a;
    const right = ink + b;
    let sums = f64x2.mul(
      v128.load(weights),
      sharesAt(shares, load<u8>(left), load<u8>(right)),
    );
    sums = f64x2.add(
      sums,
      f64x2.mul(
        v128.load(weights, 16),
        sharesAt(shares, load<u8>(left, 1), load<u8>(right, 1)),
      ),
    );
    sums = f64x2.add(
      sums,
      f64x2.mul(
        v128.load(weights, 32),
        sharesAt(shares, load<u8>(left, 2), load<u8>(right, 2)),
      ),
    );
    for (let i = 3; i < count; i++) {
      sums = f64x2.add(
        sums,
        f64x2.mul(
          v128.load(weights + 16 * i),
          sharesAt(shares, load<u8>(left + i), load<u8>(right + i)),
        ),
      );
    }
    v128.store64_lane(
      to + 4 * (PAD + x),
      f32x4.demote_f64x2_zero(sums),
      0,
    );
  }
}

/** The shares of two levels. */
function sharesAt(shares: i32, a: i32, b: i32): v128 {
  return v128.load64_lane(
    shares + 8 * b,
    v128.load64_zero(shares + 8 * a),
    1,
  );
}

/** A row of the result: rows that are one after another, by their weights. */
function blendRows(
  from: i32,
  weights: i32,
  count: i32,
  columns: i32,
  to: i32,
): void {
  v128.store(to, i32x4.splat(0));
  v128.store(to + 4 * PAD + ((4 * columns + 15) & ~15), i32x4.splat(0));
  for (let x = 4 * PAD; x < 4 * (PAD + columns); x += 16) {
    let some = v128.load(from + x);
    for (let i = 1; i < count; i++) {
      some = v128.or(some, v128.load(from + x + 4 * i * STRIDE));
    }
    let sum = f32x4.splat(0);
    if (v128.any_true(some)) {
      // Sums are rounded to floats at each step, as the reference's are.
      for (let i = 0; i < count; i++) {
        const values = v128.load(from + x + 4 * i * STRIDE);
        const weight = v128.load64_splat(weights + 8 * i);
        sum = f32x4Of(
          f64x2.add(lowOf(sum), f64x2.mul(weight, lowOf(values))),
          f64x2.add(highOf(sum), f64x2.mul(weight, highOf(values))),
        );
      }
    }
    v128.store(to + x, sum);
  }
}

/** The first two floats as doubles. */
export function lowOf(values: v128): v128 {
  return f64x2.promote_low_f32x4(values);
}

/** The last two floats as doubles. */
export function highOf(values: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i32>(values, values, 2, 3, 2, 3));
}

/** Four doubles as floats. */
export function f32x4Of(low: v128, high: v128): v128 {
  return v128.shuffle<i64>(
    f32x4.demote_f64x2_zero(low),
    f32x4.demote_f64x2_zero(high),
    0,
    2,
  );
}
