/**
 * Inflates a zlib stream (RFC 1950 and 1951), all but the checksum: that is
 * computed where the bytes are looked at again.
 *
 * What is not plainly in order is not told apart, nor are rare forms read: the
 * caller then asks the runtime's own zlib.
 */

import {
  AT,
  BEGIN,
  COUNT,
  END,
  isBeyond,
  LAST,
  LOADED,
  OUT,
  peek,
  READER,
  take,
  toByte,
} from "./bits.ts";
import { inflateBlock } from "./block.ts";
import {
  buildCodes,
  CODES,
  DISTANCES,
  LITERALS,
  lookUp,
  PLAIN,
} from "./codes.ts";

/** Most code lengths of a block. */
const LENGTHS = 320;

/**
 * @param source The stream, with 32 bytes of room behind it.
 * @param length Its bytes, at least 2.
 * @param to Room for `expected` bytes and 272 more.
 * @param expected Bytes that it must inflate to.
 * @param room 12 KB to work in: the checksum that the bytes must have, at first.
 * @returns 1 if it did, 0 if anything was otherwise.
 */
export function inflate(
  source: i32,
  length: i32,
  to: i32,
  expected: i32,
  room: i32,
): i32 {
  const header = (<i32> load<u8>(source) << 8) | <i32> load<u8>(source, 1);
  if ((header & 0x8f20) != 0x0800 || header % 31 != 0) return 0;
  const reader = room;
  const literals = reader + READER;
  const distances = literals + CODES;
  const lengths = distances + CODES;
  store<i32>(reader, source + 2, AT);
  store<i32>(reader, 0, COUNT);
  store<u64>(reader, 0, LOADED);
  store<i32>(reader, to, OUT);
  store<i32>(reader, to, BEGIN);
  store<i32>(reader, to + expected, END);
  store<i32>(reader, source + length, LAST);
  let isLast = false;
  while (!isLast) {
    if (isBeyond(reader)) return 0;
    isLast = take(reader, 1) != 0;
    const kind = take(reader, 2);
    if (kind == 3) return 0;
    if (kind == 0) {
      if (!copyStored(reader)) return 0;
      continue;
    }
    const isRead = kind == 1
      ? fixedCodes(literals, distances, lengths)
      : readCodes(reader, literals, distances, lengths);
    if (!isRead || !inflateBlock(reader, literals, distances)) return 0;
  }
  toByte(reader);
  const at = load<i32>(reader, AT);
  if (load<i32>(reader, OUT) != to + expected) return 0;
  if (at + 4 != source + length) return 0;
  store<u32>(room, bswap(load<u32>(at)));
  return 1;
}

/** Bytes that are not compressed, from the next whole one on. */
function copyStored(reader: i32): bool {
  toByte(reader);
  const at = load<i32>(reader, AT);
  const out = load<i32>(reader, OUT);
  const left = load<i32>(reader, LAST) - at;
  if (left < 4) return false;
  const size = <i32> load<u16>(at);
  if ((size ^ <i32> load<u16>(at, 2)) != 0xffff) return false;
  if (size > left - 4 || size > load<i32>(reader, END) - out) return false;
  memory.copy(out, at + 4, size);
  store<i32>(reader, at + 4 + size, AT);
  store<i32>(reader, out + size, OUT);
  return true;
}

function fixedCodes(literals: i32, distances: i32, lengths: i32): bool {
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  if (!buildCodes(lengths, 288, LITERALS, literals)) return false;
  memory.fill(lengths, 5, 32);
  return buildCodes(lengths, 32, DISTANCES, distances);
}

/** The codes of a block, whose lengths are compressed themselves. */
function readCodes(
  reader: i32,
  literals: i32,
  distances: i32,
  lengths: i32,
): bool {
  const literalCount = 257 + take(reader, 5);
  const distanceCount = 1 + take(reader, 5);
  const orderCount = 4 + take(reader, 4);
  if (literalCount > 286 || distanceCount > 30) return false;
  memory.fill(lengths, 0, LENGTHS);
  for (let i = 0; i < orderCount; i++) {
    store<u8>(lengths + orderOf(i), <u8> take(reader, 3));
  }
  if (!buildCodes(lengths, 19, PLAIN, literals)) return false;
  const all = literalCount + distanceCount;
  let before = 0;
  for (let i = 0; i < all;) {
    if (isBeyond(reader)) return false;
    const entry = lookUp(literals, peek(reader));
    if (entry == 0) return false;
    take(reader, <i32> entry & 63);
    const symbol = <i32> (entry >> 16);
    let repeat = 1;
    if (symbol < 16) before = symbol;
    else if (symbol == 16) {
      if (i == 0) return false;
      repeat = 3 + take(reader, 2);
    } else {
      before = 0;
      repeat = symbol == 17 ? 3 + take(reader, 3) : 11 + take(reader, 7);
    }
    if (repeat > all - i) return false;
    for (; repeat > 0; repeat--) store<u8>(lengths + i++, <u8> before);
  }
  return buildCodes(lengths, literalCount, LITERALS, literals) &&
    buildCodes(lengths + literalCount, distanceCount, DISTANCES, distances);
}

/** The order in which lengths of the code lengths' codes come. */
function orderOf(i: i32): i32 {
  if (i < 3) return 16 + i;
  if (i == 3) return 0;
  // 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  const away = (i - 3) >> 1;
  return (i & 1) != 0 ? 8 - away : 8 + away;
}
