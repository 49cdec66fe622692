/**
 * Levels of single pixels: inverted, looked up, counted. Where sixteen in a
 * row are the same, as on even paper, they are done at once.
 */

/** Turns `count` bytes round, in place. */
export function invert(bytes: i32, count: i32): void {
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    v128.store(bytes + i, v128.not(v128.load(bytes + i)));
  }
  for (; i < count; i++) store<u8>(bytes + i, ~load<u8>(bytes + i));
}

/** Looks `count` bytes up in a table of 256, in place. */
export function look(bytes: i32, count: i32, table: i32): void {
  let i = 0;
  while (i + 16 <= count) {
    const block = v128.load(bytes + i);
    const level = <i32> load<u8>(bytes + i);
    if (i8x16.all_true(i8x16.eq(block, i8x16.splat(<i8> level)))) {
      v128.store(bytes + i, i8x16.splat(load<i8>(table + level)));
      i += 16;
    } else {
      for (const end = i + 16; i < end; i++) {
        store<u8>(bytes + i, load<u8>(table + <i32> load<u8>(bytes + i)));
      }
    }
  }
  for (; i < count; i++) {
    store<u8>(bytes + i, load<u8>(table + <i32> load<u8>(bytes + i)));
  }
}

/**
 * How often each level occurs among `count` bytes. Each level has four counts,
 * for places one after another: adding to one place again and again would have
 * to wait for itself.
 *
 * @param counts 256 times four counts of four bytes, to be added to.
 */
export function histogram(bytes: i32, count: i32, counts: i32): void {
  let i = 0;
  while (i + 16 <= count) {
    const block = v128.load(bytes + i);
    const level = <i32> load<u8>(bytes + i);
    if (i8x16.all_true(i8x16.eq(block, i8x16.splat(<i8> level)))) {
      add(counts, level, 16);
      i += 16;
    } else {
      for (const end = i + 16; i < end; i += 4) {
        add(counts, <i32> load<u8>(bytes + i), 1);
        add(counts + 4, <i32> load<u8>(bytes + i, 1), 1);
        add(counts + 8, <i32> load<u8>(bytes + i, 2), 1);
        add(counts + 12, <i32> load<u8>(bytes + i, 3), 1);
      }
    }
  }
  for (; i < count; i++) add(counts, <i32> load<u8>(bytes + i), 1);
}

function add(counts: i32, level: i32, more: i32): void {
  const at = counts + 16 * level;
  store<i32>(at, load<i32>(at) + more);
}
