/**
 * The lightest places of a grid's cells.
 */

/**
 * @param pixels `[height, width]` bytes.
 * @param cell Pixels along a cell, at least 2.
 * @param columns Cells in a row.
 * @param pairs Room for `ceil(width / 2) + 8` sums of two bytes.
 * @param to `[rows, columns]` floats: the highest mean of two by two pixels in
 *   each cell, borders doubled.
 */
export function lightestOfCells(
  pixels: i32,
  width: i32,
  height: i32,
  cell: i32,
  columns: i32,
  pairs: i32,
  to: i32,
): void {
  const count = (width + 1) >> 1;
  memory.fill(pairs, 0, 2 * count + 16);
  for (let y = 0; y < height; y += 2) {
    highest(pixels + y * width, y + 1 < height ? width : 0, width, pairs);
    if (y + 2 < height && (y + 2) / cell == y / cell) continue;
    let pair = 0;
    for (let column = 0; column < columns; column++) {
      const end = min(count, ((column + 1) * cell + 1) >> 1);
      let most = 0;
      for (; pair < end; pair++) {
        most = max(most, <i32> load<u16>(pairs + 2 * pair));
      }
      store<f32>(to, <f32> most / 4);
      to += 4;
    }
    memory.fill(pairs, 0, 2 * count);
  }
}

/** The highest sums of two by two pixels so far, by their column. */
function highest(row: i32, below: i32, width: i32, pairs: i32): void {
  let x = 0;
  for (; x + 16 <= width; x += 16) {
    const sums = i16x8.add(
      i16x8.extadd_pairwise_i8x16_u(v128.load(row + x)),
      i16x8.extadd_pairwise_i8x16_u(v128.load(row + below + x)),
    );
    v128.store(pairs + x, i16x8.max_u(v128.load(pairs + x), sums));
  }
  for (; x < width; x += 2) {
    const right = min(width - 1, x + 1);
    const sum = <i32> load<u8>(row + x) + <i32> load<u8>(row + right) +
      <i32> load<u8>(row + below + x) + <i32> load<u8>(row + below + right);
    store<u16>(pairs + x, <u16> max(<i32> load<u16>(pairs + x), sum));
  }
}
