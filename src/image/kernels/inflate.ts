/**
 * Inflates a zlib stream (RFC 1950 and 1951).
 *
 * What is not plainly in order is not told apart, nor are rare forms read: the
 * caller then asks the runtime's own zlib.
 */

import { adler32 } from "./adler.ts";
import { buildCodes, COUNTS, LOOKUP, SYMBOLS } from "./codes.ts";

/**
 * @param source The stream, with 16 bytes of room behind it.
 * @param length Its bytes.
 * @param to Room for `expected` bytes and 272 more.
 * @param expected Bytes that it must inflate to.
 * @param room Room for two sets of codes and 320 code lengths.
 * @returns 1 if it did, 0 if anything was otherwise.
 */
export function inflate(
  source: i32,
  length: i32,
  to: i32,
  expected: i32,
  room: i32,
): i32 {
  const header = (<i32> load<u8>(source) << 8) | <i32> load<u8>(source + 1);
  if ((header & 0x8f20) != 0x0800 || header % 31 != 0) return 0;
  const last = source + length;
  const end = to + expected;
  const literals = room;
  const distances = room + 8192;
  let at = source + 2;
  let out = to;
  let bits: u64 = 0;
  let count = 0;
  let isLast = false;
  while (!isLast) {
    if (at > last + 8) return 0;
    bits |= load<u64>(at) << count;
    at += (63 - count) >> 3;
    count |= 56;
    isLast = (bits & 1) != 0;
    const kind = <i32> (bits >> 1) & 3;
    bits >>= 3;
    count -= 3;
    if (kind == 3) return 0;
    if (kind == 0) {
      // Stored bytes, from the next whole byte on.
      at -= count >> 3;
      bits = 0;
      count = 0;
      if (at + 4 > last) return 0;
      const size = <i32> load<u16>(at);
      if ((size ^ <i32> load<u16>(at, 2)) != 0xffff) return 0;
      at += 4;
      if (size > last - at || size > end - out) return 0;
      memory.copy(out, at, size);
      at += size;
      out += size;
      continue;
    }
    const lengths = room + 16384;
    if (kind == 1) {
      fixedLengths(lengths);
      if (!buildCodes(lengths, 288, literals)) return 0;
      memory.fill(lengths, 5, 32);
      if (!buildCodes(lengths, 32, distances)) return 0;
    } else {
      const literalCount = (<i32> bits & 31) + 257;
      const distanceCount = (<i32> (bits >> 5) & 31) + 1;
      const orderCount = (<i32> (bits >> 10) & 15) + 4;
      bits >>= 14;
      count -= 14;
      memory.fill(lengths, 0, 19);
      for (let i = 0; i < orderCount; i++) {
        if (count < 3) {
          bits |= load<u64>(at) << count;
          at += (63 - count) >> 3;
          count |= 56;
        }
        store<u8>(lengths + orderOf(i), <u8> (bits & 7));
        bits >>= 3;
        count -= 3;
      }
      if (!buildCodes(lengths, 19, literals)) return 0;
      const all = literalCount + distanceCount;
      let i = 0;
      let before = 0;
      while (i < all) {
        bits |= load<u64>(at) << count;
        at += (63 - count) >> 3;
        count |= 56;
        const entry = <i32> load<u16>(
          literals + LOOKUP + 2 * (<i32> bits & 1023),
        );
        if (entry == 0) return 0;
        bits >>= entry & 15;
        count -= entry & 15;
        const symbol = entry >> 4;
        let repeat = 1;
        if (symbol < 16) before = symbol;
        else if (symbol == 16) {
          if (i == 0) return 0;
          repeat = 3 + (<i32> bits & 3);
          bits >>= 2;
          count -= 2;
        } else {
          before = 0;
          const width = symbol == 17 ? 3 : 7;
          repeat = (symbol == 17 ? 3 : 11) + (<i32> bits & ((1 << width) - 1));
          bits >>= width;
          count -= width;
        }
        if (i + repeat > all) return 0;
        for (; repeat > 0; repeat--) store<u8>(lengths + i++, <u8> before);
      }
      if (!buildCodes(lengths, literalCount, literals)) return 0;
      if (!buildCodes(lengths + literalCount, distanceCount, distances)) {
        return 0;
      }
    }
    while (true) {
      // At least 56 bits, enough for a length and a distance.
      if (at > last + 8) return 0;
      bits |= load<u64>(at) << count;
      at += (63 - count) >> 3;
      count |= 56;
      let entry = <i32> load<u16>(literals + LOOKUP + 2 * (<i32> bits & 1023));
      if (entry == 0) {
        entry = longCode(bits, literals);
        if (entry == 0) return 0;
      }
      bits >>= entry & 15;
      count -= entry & 15;
      const symbol = entry >> 4;
      if (symbol < 256) {
        if (out == end) return 0;
        store<u8>(out++, <u8> symbol);
        continue;
      }
      if (symbol == 256) break;
      const s = symbol - 257;
      let size = 3 + s;
      if (s == 28) size = 258;
      else if (s > 28) return 0;
      else if (s >= 8) {
        const extra = (s >> 2) - 1;
        size = ((4 + (s & 3)) << extra) + 3 +
          (<i32> bits & ((1 << extra) - 1));
        bits >>= extra;
        count -= extra;
      }
      entry = <i32> load<u16>(distances + LOOKUP + 2 * (<i32> bits & 1023));
      if (entry == 0) {
        entry = longCode(bits, distances);
        if (entry == 0) return 0;
      }
      bits >>= entry & 15;
      count -= entry & 15;
      const d = entry >> 4;
      let distance = 1 + d;
      if (d > 29) return 0;
      if (d >= 4) {
        const extra = (d >> 1) - 1;
        distance = ((2 + (d & 1)) << extra) + 1 +
          (<i32> bits & ((1 << extra) - 1));
        bits >>= extra;
        count -= extra;
      }
      if (distance > out - to || size > end - out) return 0;
      copyMatch(out, distance, size);
      out += size;
    }
  }
  // What was loaded and not used is given back.
  at -= count >> 3;
  if (out != end || at + 4 != last) return 0;
  const check = bswap(load<u32>(at));
  return check == adler32(to, expected) ? 1 : 0;
}

/**
 * Copies what lies `distance` before, which may reach into the copy: up to 79
 * bytes too many, which are overwritten later.
 */
function copyMatch(out: i32, distance: i32, size: i32): void {
  const end = out + size;
  if (distance >= 16) {
    v128.store(out, v128.load(out - distance));
    for (out += 16; out < end; out += 64) {
      v128.store(out, v128.load(out - distance));
      v128.store(out, v128.load(out - distance, 16), 16);
      v128.store(out, v128.load(out - distance, 32), 32);
      v128.store(out, v128.load(out - distance, 48), 48);
    }
  } else if (distance == 1) fill(out, end, v128.load8_splat(out - 1));
  else if (distance == 4) fill(out, end, v128.load32_splat(out - 4));
  else for (; out < end; out++) store<u8>(out, load<u8>(out - distance));
}

function fill(out: i32, end: i32, value: v128): void {
  v128.store(out, value);
  for (out += 16; out < end; out += 64) {
    v128.store(out, value);
    v128.store(out, value, 16);
    v128.store(out, value, 32);
    v128.store(out, value, 48);
  }
}

/** A code that is longer than those that are looked up; 0 if there is none. */
function longCode(bits: u64, codes: i32): i32 {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let size = 1; size <= 15; size++) {
    code |= <i32> (bits & 1);
    bits >>= 1;
    const count = <i32> load<u16>(codes + COUNTS + 2 * size);
    if (code - count < first) {
      const place = index + code - first;
      const symbol = <i32> load<u16>(codes + SYMBOLS + 2 * place);
      return (symbol << 4) | size;
    }
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return 0;
}

function fixedLengths(lengths: i32): void {
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
}

/** The order in which lengths of the code lengths' codes come. */
function orderOf(i: i32): i32 {
  if (i < 3) return 16 + i;
  if (i == 3) return 0;
  // 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  const away = (i - 3) >> 1;
  return (i & 1) != 0 ? 8 - away : 8 + away;
}
