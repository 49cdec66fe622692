/**
 * Deflate's prefix codes, from the lengths of their words.
 */

/** Where a set of codes has what: words of two bytes. */
export const LOOKUP = 0;
export const COUNTS = 2048;
export const SYMBOLS = 2048 + 64;

const STARTS = 2048 + 32;

/**
 * @param lengths A byte for each symbol: bits of its code, 0 for none.
 * @param count How many.
 * @param codes Where to write, 4 KB: by the next ten bits the symbol, 16 times,
 *   and its code's length, or 0 for a longer one; how many codes of each length
 *   there are; and the symbols in order of their codes.
 * @returns Whether every sequence of bits begins with one code.
 */
export function buildCodes(lengths: i32, count: i32, codes: i32): bool {
  memory.fill(codes, 0, SYMBOLS);
  for (let i = 0; i < count; i++) {
    const at = codes + COUNTS + 2 * <i32> load<u8>(lengths + i);
    store<u16>(at, load<u16>(at) + 1);
  }
  store<u16>(codes + COUNTS, 0);
  let left = 1;
  let start = 0;
  for (let size = 1; size <= 15; size++) {
    store<u16>(codes + STARTS + 2 * size, <u16> start);
    const some = <i32> load<u16>(codes + COUNTS + 2 * size);
    start += some;
    left = (left << 1) - some;
    if (left < 0) return false;
  }
  if (left != 0) return false;
  for (let i = 0; i < count; i++) {
    const size = <i32> load<u8>(lengths + i);
    if (size == 0) continue;
    const at = codes + STARTS + 2 * size;
    const place = <i32> load<u16>(at);
    store<u16>(at, <u16> (place + 1));
    store<u16>(codes + SYMBOLS + 2 * place, <u16> i);
  }
  let code = 0;
  let place = 0;
  for (let size = 1; size <= 10; size++) {
    const some = <i32> load<u16>(codes + COUNTS + 2 * size);
    for (let i = 0; i < some; i++, code++, place++) {
      const symbol = <i32> load<u16>(codes + SYMBOLS + 2 * place);
      const entry = <u16> ((symbol << 4) | size);
      // Codes come with their first bit lowest.
      for (let k = reversed(code, size); k < 1024; k += 1 << size) {
        store<u16>(codes + LOOKUP + 2 * k, entry);
      }
    }
    code <<= 1;
  }
  return true;
}

function reversed(code: i32, size: i32): i32 {
  let bits = code;
  bits = ((bits & 0x5555) << 1) | ((bits >> 1) & 0x5555);
  bits = ((bits & 0x3333) << 2) | ((bits >> 2) & 0x3333);
  bits = ((bits & 0x0f0f) << 4) | ((bits >> 4) & 0x0f0f);
  bits = ((bits & 0x00ff) << 8) | (bits >> 8);
  return bits >> (16 - size);
}
