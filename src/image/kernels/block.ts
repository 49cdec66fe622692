/**
 * A block of deflate's: literal bytes, and repeats of what came before.
 */

import { AT, BEGIN, COUNT, END, LAST, LOADED, OUT } from "./bits.ts";
import { END_OF_BLOCK, LITERAL, lookUp } from "./codes.ts";

/**
 * @param reader Where to read and write.
 * @param literals Codes of literals and lengths.
 * @param distances Codes of distances.
 * @returns Whether the block came to its end.
 */
export function inflateBlock(
  reader: i32,
  literals: i32,
  distances: i32,
): bool {
  const begin = load<i32>(reader, BEGIN);
  const end = load<i32>(reader, END);
  const last = load<i32>(reader, LAST) + 8;
  let at = load<i32>(reader, AT);
  let count = load<i32>(reader, COUNT);
  let bits = load<u64>(reader, LOADED);
  let out = load<i32>(reader, OUT);
  while (at <= last) {
    // 56 bits: a length and a distance take up to 48.
    bits |= load<u64>(at) << count;
    at += (63 - count) >> 3;
    count |= 56;
    let entry = lookUp(literals, bits);
    let taken = bits;
    bits >>= <u64> entry;
    count -= <i32> entry & 63;
    if (<i32> entry < 0) {
      if (out == end) return false;
      store<u8>(out++, <u8> (entry >> 16));
      continue;
    }
    if (entry == 0) return false;
    if ((entry & END_OF_BLOCK) != 0) {
      store<i32>(reader, at, AT);
      store<i32>(reader, count, COUNT);
      store<u64>(reader, bits, LOADED);
      store<i32>(reader, out, OUT);
      return true;
    }
    const size = valueOf(entry, taken);
    entry = lookUp(distances, bits);
    if (entry == 0) return false;
    taken = bits;
    bits >>= <u64> entry;
    count -= <i32> entry & 63;
    const distance = valueOf(entry, taken);
    if (distance > out - begin || size > end - out) return false;
    copy(out, distance, size);
    out += size;
  }
  return false;
}

/** An entry's value, and the bits behind its code added to it. */
function valueOf(entry: u32, bits: u64): i32 {
  const all = <i32> bits & ((1 << (<i32> entry & 63)) - 1);
  return <i32> (entry >> 16) + (all >> (<i32> (entry >> 8) & 31));
}

/** Copies what lies `distance` before, which may reach into the copy. */
function copy(out: i32, distance: i32, size: i32): void {
  const end = out + size;
  if (distance >= 16) {
    const from = out - distance;
    v128.store(out, v128.load(from));
    if (size <= 16) return;
    move(from + 16, out + 16);
    if (size <= 80) return;
    // Up to the longest one: to find out where it ends would cost more.
    move(from + 80, out + 80);
    move(from + 144, out + 144);
    move(from + 208, out + 208);
  } else if (distance == 1) fill(out, end, v128.load8_splat(out - 1));
  else if (distance == 4) fill(out, end, v128.load32_splat(out - 4));
  else for (; out < end; out++) store<u8>(out, load<u8>(out - distance));
}

/** Copies 64 bytes, the first sixteen before the next. */
function move(from: i32, to: i32): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, 16), 16);
  v128.store(to, v128.load(from, 32), 32);
  v128.store(to, v128.load(from, 48), 48);
}

function fill(out: i32, end: i32, value: v128): void {
  for (; out < end; out += 64) {
    v128.store(out, value);
    v128.store(out, value, 16);
    v128.store(out, value, 32);
    v128.store(out, value, 48);
  }
}
