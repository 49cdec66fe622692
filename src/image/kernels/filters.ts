/**
 * PNG's row filters for pixels of four bytes, undone.
 */

/**
 * @param filter 0 to 4.
 * @param from `4 * width` filtered bytes.
 * @param plain The row above, overwritten with the result.
 */
export function undo(filter: i32, from: i32, plain: i32, width: i32): void {
  const bytes = 4 * width;
  if (filter == 0) memory.copy(plain, from, bytes);
  else if (filter == 1) sub(from, plain, bytes);
  else if (filter == 2) up(from, plain, bytes);
  else if (filter == 3) mean(from, plain, bytes);
  else paeth(from, plain, bytes);
}

function sub(from: i32, plain: i32, bytes: i32): void {
  let left = i32x4.splat(0);
  for (let i = 0; i < bytes; i += 4) {
    left = i8x16.add(left, v128.load32_zero(from + i));
    v128.store32_lane(plain + i, left, 0);
  }
}

function up(from: i32, plain: i32, bytes: i32): void {
  for (let i = 0; i < bytes; i += 4) {
    const above = v128.load32_zero(plain + i);
    const sum = i8x16.add(above, v128.load32_zero(from + i));
    v128.store32_lane(plain + i, sum, 0);
  }
}

function mean(from: i32, plain: i32, bytes: i32): void {
  let left = i16x8.splat(0);
  for (let i = 0; i < bytes; i += 4) {
    const both = i16x8.add(left, wide(plain + i));
    left = kept(i16x8.add(wide(from + i), i16x8.shr_u(both, 1)));
    storeNarrow(plain + i, left);
  }
}

function paeth(from: i32, plain: i32, bytes: i32): void {
  let left = i16x8.splat(0);
  let corner = i16x8.splat(0);
  for (let i = 0; i < bytes; i += 4) {
    const above = wide(plain + i);
    // Distances of left, above and corner from left + above - corner.
    const down = i16x8.sub(above, corner);
    const across = i16x8.sub(left, corner);
    const toLeft = i16x8.abs(down);
    const toAbove = i16x8.abs(across);
    const toCorner = i16x8.abs(i16x8.add(down, across));
    const isLeft = v128.and(
      i16x8.le_s(toLeft, toAbove),
      i16x8.le_s(toLeft, toCorner),
    );
    const other = v128.bitselect(above, corner, i16x8.le_s(toAbove, toCorner));
    const nearest = v128.bitselect(left, other, isLeft);
    left = kept(i16x8.add(wide(from + i), nearest));
    storeNarrow(plain + i, left);
    corner = above;
  }
}

/** A pixel's samples in sixteen bits each. */
function wide(at: i32): v128 {
  return i16x8.extend_low_i8x16_u(v128.load32_zero(at));
}

/** Samples without what has been carried out of their bytes. */
function kept(samples: v128): v128 {
  return v128.and(samples, i16x8.splat(255));
}

function storeNarrow(at: i32, samples: v128): void {
  v128.store32_lane(at, i8x16.narrow_i16x8_u(samples, samples), 0);
}
