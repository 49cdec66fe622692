/**
 * Means of two by two pixels.
 */

/**
 * @param source `[height, width]` bytes.
 * @param to `[ceil(height / 2), ceil(width / 2)]` bytes, rounded. Squares that
 *   the edges cut are means of what there is of them.
 */
export function halve(source: i32, width: i32, height: i32, to: i32): void {
  for (let y = 0; y < height; y += 2) {
    const below = y + 1 < height ? width : 0;
    let x = 0;
    for (; x + 16 <= width; x += 16) {
      const sums = i16x8.add(
        i16x8.extadd_pairwise_i8x16_u(v128.load(source + x)),
        i16x8.extadd_pairwise_i8x16_u(v128.load(source + below + x)),
      );
      const means = i16x8.shr_u(i16x8.add(sums, i16x8.splat(2)), 2);
      v128.store64_lane(
        to + (x >> 1),
        i8x16.narrow_i16x8_u(means, means),
        0,
      );
    }
    for (; x < width; x += 2) {
      const right = min(width - 1, x + 1);
      const sum = <i32> load<u8>(source + x) + <i32> load<u8>(source + right) +
        <i32> load<u8>(source + below + x) +
        <i32> load<u8>(source + below + right);
      store<u8>(to + (x >> 1), <u8> ((sum + 2) >> 2));
    }
    source += width + below;
    to += (width + 1) >> 1;
  }
}
