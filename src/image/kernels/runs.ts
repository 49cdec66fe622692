/**
 * Stretches of ink within rows.
 */

/**
 * @param ink `[height, width]` bytes.
 * @param threshold The highest value that is still paper, 0 to 255.
 * @param to Room for two numbers of four bytes for every second pixel of each
 *   row, rounded up: the place of each run's first pixel and the place after
 *   its last one, in reading order.
 * @returns How many runs there are.
 */
export function findRuns(
  ink: i32,
  width: i32,
  height: i32,
  threshold: i32,
  to: i32,
): i32 {
  const limit = i8x16.splat(<i8> threshold);
  const from = to;
  for (let row = 0; row < width * height; row += width) {
    // The last pixel of the block before, as a mask's lowest bit.
    let carry = 0;
    for (let x = 0; x < width; x += 16) {
      const above = i8x16.gt_u(v128.load(ink + row + x), limit);
      let mask = i8x16.bitmask(above);
      if (width - x < 16) mask &= (1 << (width - x)) - 1;
      let edges = (mask ^ ((mask << 1) | carry)) & 0xffff;
      carry = mask >> 15;
      for (; edges != 0; edges &= edges - 1) {
        store<i32>(to, row + x + ctz(edges));
        to += 4;
      }
    }
    if (((to - from) & 4) != 0) {
      store<i32>(to, row + width);
      to += 4;
    }
  }
  return (to - from) >> 3;
}
