/**
 * Sums over the rows of a `rows` x `channels` matrix: used by batch norm and
 * bias gradients. Blocks of rows are summed in single precision, four channels
 * at a time, and the blocks' sums in double precision: the error stays that of
 * a short sum, and the order is fixed.
 */

/** Rows of a block, so that it takes about 16 KB of the first-level cache. */
export function blockRows(channels: i32): i32 {
  return max(8, 4096 / channels) & ~1;
}

/** Adds four single-precision sums to four double-precision ones. */
export function accumulateDoubles(at: usize, sums: v128): void {
  for (let half: usize = 0; half < 2; half++) {
    const wide = f64x2.promote_low_f32x4(sums);
    v128.store(at, f64x2.add(v128.load(at), wide));
    at += 16;
    sums = v128.shuffle<f32>(sums, sums, 2, 3, 2, 3);
  }
}

/** Adds one single-precision sum to a double-precision one. */
export function accumulateDouble(at: usize, sum: f32): void {
  f64.store(at, f64.load(at) + <f64> sum);
}

/**
 * Sums each column.
 *
 * @param sums Scratch of `channels` doubles.
 * @param to `channels` floats.
 * @param factor Factor on each sum: 1 for sums, 1 / rows for means.
 */
export function columnSums(
  from: usize,
  rows: i32,
  channels: i32,
  sums: usize,
  to: usize,
  factor: f64,
): void {
  memory.fill(sums, 0, <usize> channels << 3);
  const step = <usize> channels << 2;
  const block = blockRows(channels);
  for (let row = 0; row < rows; row += block) {
    const count = min(block, rows - row);
    let c = 0;
    for (; c + 4 <= channels; c += 4) {
      let at = from + (<usize> c << 2);
      let even = f32x4.splat(0);
      let odd = f32x4.splat(0);
      let i = count;
      for (; i >= 2; i -= 2) {
        even = f32x4.add(even, v128.load(at));
        odd = f32x4.add(odd, v128.load(at + step));
        at += 2 * step;
      }
      if (i > 0) even = f32x4.add(even, v128.load(at));
      accumulateDoubles(sums + (<usize> c << 3), f32x4.add(even, odd));
    }
    for (; c < channels; c++) {
      let at = from + (<usize> c << 2);
      let sum: f32 = 0;
      for (let i = 0; i < count; i++) {
        sum += f32.load(at);
        at += step;
      }
      accumulateDouble(sums + (<usize> c << 3), sum);
    }
    from += <usize> count * step;
  }
  for (let c: usize = 0; c < <usize> channels; c++) {
    f32.store(to + (c << 2), <f32> (f64.load(sums + (c << 3)) * factor));
  }
}
