/**
 * Moments of pixels less the mean of the window around them.
 */

/**
 * @param pixels `[height, width]` bytes, neither side above 256.
 * @param step Of the samples' grid.
 * @param reachX How far the window reaches to the sides.
 * @param reachY How far it reaches up and down, at most 127.
 * @param columns Room for `width + 16` sums of two bytes.
 * @param sums Room for `width + 2 * reachX + 2` sums of four bytes.
 * @param counts Room for `width + 2` doubles.
 * @param to Sums of the differences, their squares and their cubes.
 */
export function moments(
  pixels: i32,
  width: i32,
  height: i32,
  step: i32,
  reachX: i32,
  reachY: i32,
  columns: i32,
  sums: i32,
  counts: i32,
  to: i32,
): void {
  let first: f64 = 0;
  let second: f64 = 0;
  let third: f64 = 0;
  memory.fill(columns, 0, 2 * width + 32);
  const samples = fillCounts(counts, width, reachX, step);
  let top = 0;
  let bottom = 0;
  for (let y = 0; y < height; y += step) {
    // The window's rows: those that it leaves and those that it comes to.
    const last = min(height, y + reachY + 1);
    for (; bottom < last; bottom++) {
      addRow(pixels + bottom * width, columns, width);
    }
    for (; top < y - reachY; top++) {
      takeRow(pixels + top * width, columns, width);
    }
    fillSums(sums, columns, width, reachX);
    const rows = f64x2.splat(<f64> (bottom - top));
    const row = pixels + y * width;
    for (let i = 0; i < samples; i += 2) {
      // A row's last one may be alone: the other lane is left out then.
      const a = i * step;
      const b = min(width - 1, a + step);
      const inside = i32x4.sub(
        pairOf(
          sums + 4 * (a + 2 * reachX + 1),
          sums + 4 * (b + 2 * reachX + 1),
        ),
        pairOf(sums + 4 * a, sums + 4 * b),
      );
      const means = f64x2.div(
        f64x2.convert_low_i32x4_s(inside),
        f64x2.mul(rows, v128.load(counts + 8 * i)),
      );
      const values = f64x2.replace_lane(
        f64x2.splat(<f64> load<u8>(row + a)),
        1,
        <f64> load<u8>(row + b),
      );
      const differences = f64x2.sub(values, means);
      const squares = f64x2.mul(differences, differences);
      const cubes = f64x2.mul(squares, differences);
      // Added one after another, as the reference does.
      first += f64x2.extract_lane(differences, 0);
      second += f64x2.extract_lane(squares, 0);
      third += f64x2.extract_lane(cubes, 0);
      if (i + 1 == samples) break;
      first += f64x2.extract_lane(differences, 1);
      second += f64x2.extract_lane(squares, 1);
      third += f64x2.extract_lane(cubes, 1);
    }
  }
  store<f64>(to, first);
  store<f64>(to, second, 8);
  store<f64>(to, third, 16);
}

/**
 * How many columns the window around each sample has.
 *
 * @returns Samples in a row.
 */
function fillCounts(counts: i32, width: i32, reach: i32, step: i32): i32 {
  let samples = 0;
  for (let x = 0; x < width; x += step) {
    const columns = min(width, x + reach + 1) - max(0, x - reach);
    store<f64>(counts + 8 * samples++, <f64> columns);
  }
  store<f64>(counts + 8 * samples, 1);
  return samples;
}

/**
 * Sums of all columns to the left of each place, from `reach` places before
 * the row to `reach + 1` behind its end.
 */
function fillSums(sums: i32, columns: i32, width: i32, reach: i32): void {
  let at = sums;
  for (let i = 0; i <= reach; i++, at += 4) store<i32>(at, 0);
  let sum = 0;
  for (let x = 0; x < width; x++, at += 4) {
    sum += <i32> load<u16>(columns + 2 * x);
    store<i32>(at, sum);
  }
  for (let i = 0; i < reach + 1; i++, at += 4) store<i32>(at, sum);
}

function pairOf(a: i32, b: i32): v128 {
  return v128.load32_lane(b, v128.load32_zero(a), 1);
}

/** Adds a row to the columns' sums. */
function addRow(row: i32, columns: i32, width: i32): void {
  let x = 0;
  for (; x + 16 <= width; x += 16) {
    const bytes = v128.load(row + x);
    const low = i16x8.extend_low_i8x16_u(bytes);
    const high = i16x8.extend_high_i8x16_u(bytes);
    const at = columns + 2 * x;
    v128.store(at, i16x8.add(v128.load(at), low));
    v128.store(at, i16x8.add(v128.load(at, 16), high), 16);
  }
  for (; x < width; x++) {
    const at = columns + 2 * x;
    store<u16>(at, load<u16>(at) + <u16> load<u8>(row + x));
  }
}

/** Takes a row away from them. */
function takeRow(row: i32, columns: i32, width: i32): void {
  let x = 0;
  for (; x + 16 <= width; x += 16) {
    const bytes = v128.load(row + x);
    const low = i16x8.extend_low_i8x16_u(bytes);
    const high = i16x8.extend_high_i8x16_u(bytes);
    const at = columns + 2 * x;
    v128.store(at, i16x8.sub(v128.load(at), low));
    v128.store(at, i16x8.sub(v128.load(at, 16), high), 16);
  }
  for (; x < width; x++) {
    const at = columns + 2 * x;
    store<u16>(at, load<u16>(at) - <u16> load<u8>(row + x));
  }
}
