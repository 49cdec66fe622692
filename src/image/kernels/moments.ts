/**
 * Moments of pixels less the mean of the window around them.
 */

/**
 * @param pixels `[height, width]` bytes, neither side above 256.
 * @param step Of the samples' grid.
 * @param reachX How far the window reaches to the sides.
 * @param reachY How far it reaches up and down, at most 127.
 * @param columns Room for `width + 16` sums of two bytes.
 * @param before Room for `width + 1` sums of four bytes.
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
  before: i32,
  to: i32,
): void {
  let first: f64 = 0;
  let second: f64 = 0;
  let third: f64 = 0;
  memory.fill(columns, 0, 2 * width + 32);
  let top = 0;
  let bottom = 0;
  for (let y = 0; y < height; y += step) {
    // The window's rows: those that it leaves and those that it comes to.
    const last = min(height, y + reachY + 1);
    for (; bottom < last; bottom++) {
      addRow(pixels + bottom * width, columns, width, false);
    }
    for (; top < y - reachY; top++) {
      addRow(pixels + top * width, columns, width, true);
    }
    // Sums of the columns to the left of each place.
    let sum = 0;
    store<i32>(before, 0);
    for (let x = 0; x < width; x++) {
      sum += <i32> load<u16>(columns + 2 * x);
      store<i32>(before + 4 * x + 4, sum);
    }
    const rows = bottom - top;
    for (let x = 0; x < width; x += step) {
      const left = max(0, x - reachX);
      const right = min(width, x + reachX + 1);
      const inside = load<i32>(before + 4 * right) -
        load<i32>(before + 4 * left);
      const mean = <f64> inside / <f64> (rows * (right - left));
      const contrast = <f64> load<u8>(pixels + y * width + x) - mean;
      first += contrast;
      second += contrast * contrast;
      third += contrast * contrast * contrast;
    }
  }
  store<f64>(to, first);
  store<f64>(to + 8, second);
  store<f64>(to + 16, third);
}

/** Adds a row to the columns' sums, or takes it away. */
function addRow(row: i32, columns: i32, width: i32, away: bool): void {
  let x = 0;
  for (; x + 16 <= width; x += 16) {
    const bytes = v128.load(row + x);
    const low = i16x8.extend_low_i8x16_u(bytes);
    const high = i16x8.extend_high_i8x16_u(bytes);
    const at = columns + 2 * x;
    const a = v128.load(at);
    const b = v128.load(at, 16);
    v128.store(at, away ? i16x8.sub(a, low) : i16x8.add(a, low));
    v128.store(at, away ? i16x8.sub(b, high) : i16x8.add(b, high), 16);
  }
  for (; x < width; x++) {
    const at = columns + 2 * x;
    const value = <u16> load<u8>(row + x);
    store<u16>(at, away ? load<u16>(at) - value : load<u16>(at) + value);
  }
}
