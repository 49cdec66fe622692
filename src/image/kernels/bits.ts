/**
 * A stream of bits that is read, and where what it stands for is written: eight
 * numbers in memory, which a loop that is in a hurry takes out and puts back.
 */

/** Place of the bytes that are loaded next, and how many bits are loaded. */
export const AT = 0;
export const COUNT = 4;

/** What is loaded, the next bit lowest: eight bytes. */
export const LOADED = 8;

/** Place of the next byte to write, of the first one, and the room's end. */
export const OUT = 16;
export const BEGIN = 20;
export const END = 24;

/** The stream's end. */
export const LAST = 28;

/** Bytes of these numbers. */
export const READER = 32;

/** Loads until at least 56 bits are there; behind the end, whatever there is. */
function refill(reader: i32): void {
  const at = load<i32>(reader, AT);
  const count = load<i32>(reader, COUNT);
  // Bits above those that count are the same ones again.
  const bits = load<u64>(reader, LOADED) | (load<u64>(at) << count);
  store<i32>(reader, at + ((63 - count) >> 3), AT);
  store<i32>(reader, count | 56, COUNT);
  store<u64>(reader, bits, LOADED);
}

/** The next bits, at least 15 of them, which are not taken. */
export function peek(reader: i32): u64 {
  if (load<i32>(reader, COUNT) < 15) refill(reader);
  return load<u64>(reader, LOADED);
}

/** Takes up to 15 bits. */
export function take(reader: i32, width: i32): i32 {
  const bits = peek(reader);
  store<u64>(reader, bits >> width, LOADED);
  store<i32>(reader, load<i32>(reader, COUNT) - width, COUNT);
  return <i32> bits & ((1 << width) - 1);
}

/** Gives back whole bytes that are loaded, and drops the bits before them. */
export function toByte(reader: i32): void {
  const bytes = load<i32>(reader, COUNT) >> 3;
  store<i32>(reader, load<i32>(reader, AT) - bytes, AT);
  store<i32>(reader, 0, COUNT);
  store<u64>(reader, 0, LOADED);
}

/** Whether all that is loaded lies behind the stream's end. */
export function isBeyond(reader: i32): bool {
  return load<i32>(reader, AT) > load<i32>(reader, LAST) + 8;
}
