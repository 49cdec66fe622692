/**
 * Moments of pixels less the mean of the window around them: nearly, in floats
 * and four samples at once.
 */

/**
 * @param pixels `[height, width]` bytes, neither side above 256, and 16 bytes
 *   behind them that may be read.
 * @param step Of the samples' grid.
 * @param reachX How far the window reaches to the sides.
 * @param reachY How far it reaches up and down, at most 127.
 * @param columns Room for `width + 16` sums of two bytes.
 * @param sums Room for `width + 2 * reachX + 8` sums of four bytes.
 * @param shares Room for `width` floats.
 * @param to Sums of the differences, their squares and their cubes: doubles.
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
  shares: i32,
  to: i32,
): void {
  memory.fill(columns, 0, 2 * width + 32);
  memory.fill(sums, 0, 4 * (reachX + 1));
  const samples = fillShares(shares, width, reachX, step);
  const window = 4 * (2 * reachX + 1);
  let top = 0;
  let bottom = 0;
  let first: f64 = 0;
  let second: f64 = 0;
  let third: f64 = 0;
  for (let y = 0; y < height; y += step) {
    // The window's rows: those that it leaves and those that it comes to.
    const last = min(height, y + reachY + 1);
    for (; bottom < last; bottom++) {
      addRow(pixels + bottom * width, columns, width);
    }
    for (; top < y - reachY; top++) {
      takeRow(pixels + top * width, columns, width);
    }
    fillSums(sums + 4 * (reachX + 1), columns, width, reachX);
    const row = pixels + y * width;
    const share = <f32> 1 / <f32> (bottom - top);
    let ones = f32x4.splat(0);
    let squares = ones;
    let cubes = ones;
    let i = 0;
    for (; i + 4 <= samples; i += 4) {
      const at = sums + 4 * i * step;
      const inside = i32x4.sub(fourOf(at + window, step), fourOf(at, step));
      const means = f32x4.mul(
        f32x4.convert_i32x4_s(inside),
        f32x4.mul(v128.load(shares + 4 * i), f32x4.splat(share)),
      );
      const levels = levelsOf(row + i * step, step);
      const away = f32x4.sub(f32x4.convert_i32x4_s(levels), means);
      const square = f32x4.mul(away, away);
      ones = f32x4.add(ones, away);
      squares = f32x4.add(squares, square);
      cubes = f32x4.add(cubes, f32x4.mul(square, away));
    }
    first += total(ones);
    second += total(squares);
    third += total(cubes);
    for (; i < samples; i++) {
      const at = sums + 4 * i * step;
      const inside = <f32> (load<i32>(at + window) - load<i32>(at));
      const mean = inside * (load<f32>(shares + 4 * i) * share);
      const away = <f64> (<f32> load<u8>(row + i * step) - mean);
      first += away;
      second += away * away;
      third += away * away * away;
    }
  }
  store<f64>(to, first);
  store<f64>(to, second, 8);
  store<f64>(to, third, 16);
}

/**
 * What a column of the window around each sample counts.
 *
 * @returns Samples in a row.
 */
function fillShares(shares: i32, width: i32, reach: i32, step: i32): i32 {
  let samples = 0;
  for (let x = 0; x < width; x += step) {
    const columns = min(width, x + reach + 1) - max(0, x - reach);
    store<f32>(shares + 4 * samples++, <f32> 1 / <f32> columns);
  }
  return samples;
}

/** Sums of all columns up to each, and `reach` times more the last one. */
function fillSums(sums: i32, columns: i32, width: i32, reach: i32): void {
  const none = i32x4.splat(0);
  let before = none;
  let x = 0;
  for (; x + 4 <= width; x += 4) {
    const four = v128.load_ext<u16>(columns + 2 * x);
    const two = i32x4.add(four, v128.shuffle<i32>(none, four, 0, 4, 5, 6));
    const all = i32x4.add(two, v128.shuffle<i32>(none, two, 0, 1, 4, 5));
    const here = i32x4.add(all, before);
    v128.store(sums + 4 * x, here);
    before = v128.shuffle<i32>(here, here, 3, 3, 3, 3);
  }
  for (; x < width; x++) {
    const column = <i32> load<u16>(columns + 2 * x);
    before = i32x4.add(before, i32x4.splat(column));
    store<i32>(sums + 4 * x, i32x4.extract_lane(before, 0));
  }
  for (let i = 0; i < reach; i += 4) v128.store(sums + 4 * (width + i), before);
}

/** Every `step`th of the numbers from a place on, four of them. */
function fourOf(at: i32, step: i32): v128 {
  if (step == 2) {
    return v128.shuffle<i32>(v128.load(at), v128.load(at, 16), 0, 2, 4, 6);
  }
  if (step == 1) return v128.load(at);
  const one = v128.load32_zero(at);
  const two = v128.load32_lane(at + 4 * step, one, 1);
  const three = v128.load32_lane(at + 8 * step, two, 2);
  return v128.load32_lane(at + 12 * step, three, 3);
}

/** The same of bytes. */
function levelsOf(at: i32, step: i32): v128 {
  const first = i32x4.splat(255);
  if (step == 2) return v128.and(v128.load_ext<u16>(at), first);
  const one = v128.load8_lane(at, i32x4.splat(0), 0);
  const two = v128.load8_lane(at + step, one, 4);
  const three = v128.load8_lane(at + 2 * step, two, 8);
  return v128.load8_lane(at + 3 * step, three, 12);
}

function total(values: v128): f64 {
  return <f64> f32x4.extract_lane(values, 0) +
    <f64> f32x4.extract_lane(values, 1) +
    <f64> f32x4.extract_lane(values, 2) +
    <f64> f32x4.extract_lane(values, 3);
}

/**
 * Adds a row to the columns' sums, and what is behind it to sums that nobody
 * reads.
 */
function addRow(row: i32, columns: i32, width: i32): void {
  for (let x = 0; x < width; x += 16) {
    const bytes = v128.load(row + x);
    const low = i16x8.extend_low_i8x16_u(bytes);
    const high = i16x8.extend_high_i8x16_u(bytes);
    const at = columns + 2 * x;
    v128.store(at, i16x8.add(v128.load(at), low));
    v128.store(at, i16x8.add(v128.load(at, 16), high), 16);
  }
}

/** Takes a row away from them. */
function takeRow(row: i32, columns: i32, width: i32): void {
  for (let x = 0; x < width; x += 16) {
    const bytes = v128.load(row + x);
    const low = i16x8.extend_low_i8x16_u(bytes);
    const high = i16x8.extend_high_i8x16_u(bytes);
    const at = columns + 2 * x;
    v128.store(at, i16x8.sub(v128.load(at), low));
    v128.store(at, i16x8.sub(v128.load(at, 16), high), 16);
  }
}
