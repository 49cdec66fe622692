/**
 * Deflate's prefix codes, from the lengths of their words (RFC 1951, 3.2.2).
 *
 * A code is looked up by the next bits, all at once: what is found, an entry,
 * holds all that its symbol stands for.
 *
 *     bits 0 to 5    bits of the code and of what is added to its value
 *     bits 8 to 12   bits of the code alone
 *     bits 16 to 30  the value
 *     bit 13         the end of a block
 *     bit 31         a literal byte
 */

/** What symbols stand for: themselves, bytes and lengths, or distances. */
export const PLAIN = 0;
export const LITERALS = 1;
export const DISTANCES = 2;

/** Bits that are looked up; longer codes are rare by their nature. */
const BITS = 10;

export const END_OF_BLOCK: u32 = 1 << 13;
export const LITERAL: u32 = 0x80000000;

/** Where a set of codes has what, behind its entries of four bytes. */
const COUNTS = 4 << BITS;
const STARTS = COUNTS + 32;
const SYMBOLS = STARTS + 32;
const KIND = SYMBOLS + 2 * 288;

/** Bytes of a set of codes. */
export const CODES = KIND + 16;

/**
 * @param lengths A byte for each symbol: bits of its code, 0 for none.
 * @param count How many, at most 288.
 * @param kind What they stand for.
 * @param codes Where to write, `CODES` bytes.
 * @returns Whether every sequence of bits begins with one code.
 */
export function buildCodes(
  lengths: i32,
  count: i32,
  kind: i32,
  codes: i32,
): bool {
  memory.fill(codes, 0, SYMBOLS);
  store<i32>(codes + KIND, kind);
  for (let i = 0; i < count; i++) {
    const at = codes + COUNTS + 2 * <i32> load<u8>(lengths + i);
    store<u16>(at, load<u16>(at) + 1);
  }
  store<u16>(codes + COUNTS, 0);
  let left = 1;
  let start = 0;
  for (let size = 1; size <= 15; size++) {
    store<u16>(codes + STARTS + 2 * size, <u16> start);
    const some = countOf(codes, size);
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
  for (let size = 1; size <= BITS; size++) {
    for (let i = countOf(codes, size); i > 0; i--, code++, place++) {
      const entry = entryOf(codes, place, size);
      // Codes come with their first bit lowest.
      for (let k = reversed(code, size); k < 1 << BITS; k += 1 << size) {
        store<u32>(codes + 4 * k, entry);
      }
    }
    code <<= 1;
  }
  return true;
}

/** The entry of the code that begins `bits`; 0 if there is none. */
export function lookUp(codes: i32, bits: u64): u32 {
  const entry = load<u32>(codes + ((<i32> bits & ((1 << BITS) - 1)) << 2));
  return entry != 0 ? entry : lookUpLong(codes, bits);
}

/** The same for a code of any length, bit by bit. */
function lookUpLong(codes: i32, bits: u64): u32 {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let size = 1; size <= 15; size++) {
    code |= <i32> (bits & 1);
    bits >>= 1;
    const count = countOf(codes, size);
    if (code - count < first) return entryOf(codes, index + code - first, size);
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return 0;
}

function countOf(codes: i32, size: i32): i32 {
  return <i32> load<u16>(codes + COUNTS + 2 * size);
}

/** The entry of a symbol, by its place in the order of the codes. */
function entryOf(codes: i32, place: i32, size: i32): u32 {
  const symbol = <i32> load<u16>(codes + SYMBOLS + 2 * place);
  const kind = load<i32>(codes + KIND);
  if (kind == PLAIN) return entry(symbol, size, 0);
  if (kind == DISTANCES) {
    if (symbol > 29) return 0;
    if (symbol < 4) return entry(1 + symbol, size, 0);
    const extra = (symbol >> 1) - 1;
    return entry(((2 + (symbol & 1)) << extra) + 1, size, extra);
  }
  if (symbol < 256) return LITERAL | entry(symbol, size, 0);
  if (symbol == 256) return END_OF_BLOCK | entry(0, size, 0);
  const length = symbol - 257;
  if (length > 28) return 0;
  if (length == 28) return entry(258, size, 0);
  if (length < 8) return entry(3 + length, size, 0);
  const extra = (length >> 2) - 1;
  return entry(((4 + (length & 3)) << extra) + 3, size, extra);
}

function entry(value: i32, size: i32, extra: i32): u32 {
  return (<u32> value << 16) | (<u32> size << 8) | <u32> (size + extra);
}

function reversed(code: i32, size: i32): i32 {
  let bits = code;
  bits = ((bits & 0x5555) << 1) | ((bits >> 1) & 0x5555);
  bits = ((bits & 0x3333) << 2) | ((bits >> 2) & 0x3333);
  bits = ((bits & 0x0f0f) << 4) | ((bits >> 4) & 0x0f0f);
  bits = ((bits & 0x00ff) << 8) | (bits >> 8);
  return bits >> (16 - size);
}
