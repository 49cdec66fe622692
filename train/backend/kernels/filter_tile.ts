/**
 * The micro-kernel of the filter gradient: four taps (neighbours in a kernel
 * row's run of columns x input channels) by eight output channels, summed over
 * the pixels of a block of rows, then added to the gradient in memory.
 */

/** Taps of a tile. */
export const TAPS = 4;

/**
 * Adds to `dw` the sum over a block's pixels of input times output gradient.
 *
 * Reads four inputs a pixel also where fewer taps are kept.
 *
 * @param x Input under the block's first pixel, at the first tap.
 * @param xPixel Bytes between the inputs of neighbouring pixels.
 * @param xSkip Bytes added at the end of a row of pixels; `xNext` of an image.
 * @param d Output gradient of the first pixel; `dyPixel`, `dySkip` likewise.
 * @param dw Where the tile's sums are added; taps are `dwRow` bytes apart.
 * @param taps Taps kept, from 1 to 4.
 * @param channels Channels kept, from 1 to 8.
 */
export function filterTile(
  x: usize,
  xPixel: usize,
  xSkip: usize,
  d: usize,
  dyPixel: usize,
  dySkip: usize,
  images: i32,
  xNext: usize,
  dyNext: usize,
  rows: i32,
  columns: i32,
  dw: usize,
  dwRow: usize,
  taps: i32,
  channels: i32,
): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  let a: v128;
  let taps4: v128;
  let b0: v128;
  let b1: v128;
  for (; images > 0; images--) {
    for (let row = 0; row < rows; row++) {
      let column = columns;
      for (; column >= 2; column -= 2) {
        b0 = v128.load(d);
        b1 = v128.load(d, 16);
        taps4 = v128.load(x);
        a = v128.shuffle<f32>(taps4, taps4, 0, 0, 0, 0);
        c00 = f32x4.relaxed_madd(a, b0, c00);
        c01 = f32x4.relaxed_madd(a, b1, c01);
        a = v128.shuffle<f32>(taps4, taps4, 1, 1, 1, 1);
        c10 = f32x4.relaxed_madd(a, b0, c10);
        c11 = f32x4.relaxed_madd(a, b1, c11);
        a = v128.shuffle<f32>(taps4, taps4, 2, 2, 2, 2);
        c20 = f32x4.relaxed_madd(a, b0, c20);
        c21 = f32x4.relaxed_madd(a, b1, c21);
        a = v128.shuffle<f32>(taps4, taps4, 3, 3, 3, 3);
        c30 = f32x4.relaxed_madd(a, b0, c30);
        c31 = f32x4.relaxed_madd(a, b1, c31);
        x += xPixel;
        d += dyPixel;
        b0 = v128.load(d);
        b1 = v128.load(d, 16);
        taps4 = v128.load(x);
        a = v128.shuffle<f32>(taps4, taps4, 0, 0, 0, 0);
        c00 = f32x4.relaxed_madd(a, b0, c00);
        c01 = f32x4.relaxed_madd(a, b1, c01);
        a = v128.shuffle<f32>(taps4, taps4, 1, 1, 1, 1);
        c10 = f32x4.relaxed_madd(a, b0, c10);
        c11 = f32x4.relaxed_madd(a, b1, c11);
        a = v128.shuffle<f32>(taps4, taps4, 2, 2, 2, 2);
        c20 = f32x4.relaxed_madd(a, b0, c20);
        c21 = f32x4.relaxed_madd(a, b1, c21);
        a = v128.shuffle<f32>(taps4, taps4, 3, 3, 3, 3);
        c30 = f32x4.relaxed_madd(a, b0, c30);
        c31 = f32x4.relaxed_madd(a, b1, c31);
        x += xPixel;
        d += dyPixel;
      }
      if (column > 0) {
        b0 = v128.load(d);
        b1 = v128.load(d, 16);
        taps4 = v128.load(x);
        a = v128.shuffle<f32>(taps4, taps4, 0, 0, 0, 0);
        c00 = f32x4.relaxed_madd(a, b0, c00);
        c01 = f32x4.relaxed_madd(a, b1, c01);
        a = v128.shuffle<f32>(taps4, taps4, 1, 1, 1, 1);
        c10 = f32x4.relaxed_madd(a, b0, c10);
        c11 = f32x4.relaxed_madd(a, b1, c11);
        a = v128.shuffle<f32>(taps4, taps4, 2, 2, 2, 2);
        c20 = f32x4.relaxed_madd(a, b0, c20);
        c21 = f32x4.relaxed_madd(a, b1, c21);
        a = v128.shuffle<f32>(taps4, taps4, 3, 3, 3, 3);
        c30 = f32x4.relaxed_madd(a, b0, c30);
        c31 = f32x4.relaxed_madd(a, b1, c31);
        x += xPixel;
        d += dyPixel;
      }
      x += xSkip;
      d += dySkip;
    }
    x += xNext;
    d += dyNext;
  }
  if (taps == TAPS && channels == 8) {
    addTo(dw, c00);
    addTo(dw + 16, c01);
    dw += dwRow;
    addTo(dw, c10);
    addTo(dw + 16, c11);
    dw += dwRow;
    addTo(dw, c20);
    addTo(dw + 16, c21);
    dw += dwRow;
    addTo(dw, c30);
    addTo(dw + 16, c31);
    return;
  }
  addPart(dw + 0 * dwRow, c00, c01, channels);
  if (taps > 1) addPart(dw + 1 * dwRow, c10, c11, channels);
  if (taps > 2) addPart(dw + 2 * dwRow, c20, c21, channels);
  if (taps > 3) addPart(dw + 3 * dwRow, c30, c31, channels);
}

/** Adds four sums to four floats in memory. */
export function addTo(to: usize, sums: v128): void {
  v128.store(to, f32x4.add(v128.load(to), sums));
}

/** Adds the first `channels` (1 to 8) of eight sums to floats in memory. */
export function addPart(to: usize, low: v128, high: v128, channels: i32): void {
  let rest = low;
  if (channels >= 4) {
    addTo(to, low);
    to += 16;
    channels -= 4;
    rest = high;
  }
  if (channels > 3) {
    addTo(to, rest);
    return;
  }
  if (channels > 0) addLane(to, f32x4.extract_lane(rest, 0));
  if (channels > 1) addLane(to + 4, f32x4.extract_lane(rest, 1));
  if (channels > 2) addLane(to + 8, f32x4.extract_lane(rest, 2));
}

/** Adds one sum to one float in memory. */
function addLane(to: usize, sum: f32): void {
  f32.store(to, f32.load(to) + sum);
}
