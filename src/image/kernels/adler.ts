/**
 * Adler-32, zlib's checksum (RFC 1950, section 8.2), of bytes that come in
 * pieces. Its two sums are kept whole, as `SUMS` bytes in memory, and brought
 * below the modulus once.
 */

const MODULUS: u64 = 65521;

/** Bytes of the two sums. */
export const SUMS = 16;

export function beginSums(sums: i32): void {
  store<u64>(sums, 1);
  store<u64>(sums, 0, 8);
}

/** The checksum that they come to. */
export function adler32(sums: i32): u32 {
  const first = load<u64>(sums) % MODULUS;
  const second = load<u64>(sums, 8) % MODULUS;
  return <u32> ((second << 16) | first);
}

/** Adds bytes, at most 64 KB. */
export function addBytes(bytes: i32, count: i32, sums: i32): void {
  const blocks = count & ~63;
  let sum = i32x4.splat(0);
  let weighted = i32x4.splat(0);
  for (let i = 0; i < blocks; i += 64) {
    const a = v128.load(bytes + i);
    const b = v128.load(bytes + i, 16);
    const c = v128.load(bytes + i, 32);
    const d = v128.load(bytes + i, 48);
    const block = total(a, b, c, d);
    sum = i32x4.add(sum, block);
    weighted = i32x4.add(weighted, weigh(block, blocks - i, a, b, c, d));
  }
  addBlocks(sum, weighted, blocks, sums);
  addRest(bytes + blocks, count - blocks, sums);
}

/**
 * Adds what blocks come to.
 *
 * @param sum The sum of all bytes, in four parts.
 * @param weighted The sum of each by how many bytes there are from it on.
 * @param count How many bytes.
 */
export function addBlocks(
  sum: v128,
  weighted: v128,
  count: i32,
  sums: i32,
): void {
  const first = load<u64>(sums);
  const second = load<u64>(sums, 8) + <u64> count * first + across(weighted);
  store<u64>(sums, first + across(sum));
  store<u64>(sums, second, 8);
}

/** Adds a few bytes, of which many are 0. */
export function addRest(bytes: i32, count: i32, sums: i32): void {
  let first = load<u64>(sums);
  let second = load<u64>(sums, 8);
  const end = bytes + count;
  while (bytes < end) {
    if (bytes + 8 <= end && load<u64>(bytes) == 0) {
      second += first << 3;
      bytes += 8;
    } else {
      first += <u64> load<u8>(bytes++);
      second += first;
    }
  }
  store<u64>(sums, first);
  store<u64>(sums, second, 8);
}

/** The sum of 64 bytes, in four parts. */
export function total(a: v128, b: v128, c: v128, d: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.add(
    i16x8.add(
      i16x8.extadd_pairwise_i8x16_u(a),
      i16x8.extadd_pairwise_i8x16_u(b),
    ),
    i16x8.add(
      i16x8.extadd_pairwise_i8x16_u(c),
      i16x8.extadd_pairwise_i8x16_u(d),
    ),
  ));
}

/** The sum of 64 bytes by how many come from each on, the first of `count`. */
export function weigh(
  sum: v128,
  count: i32,
  a: v128,
  b: v128,
  c: v128,
  d: v128,
): v128 {
  const lowB = i16x8.extend_low_i8x16_u(b);
  const lowC = i16x8.extend_low_i8x16_u(c);
  const lowD = i16x8.extend_low_i8x16_u(d);
  const highB = i16x8.extend_high_i8x16_u(b);
  const highC = i16x8.extend_high_i8x16_u(c);
  const highD = i16x8.extend_high_i8x16_u(d);
  const low = i16x8.add(
    i16x8.add(i16x8.extend_low_i8x16_u(a), lowB),
    i16x8.add(lowC, lowD),
  );
  const high = i16x8.add(
    i16x8.add(i16x8.extend_high_i8x16_u(a), highB),
    i16x8.add(highC, highD),
  );
  // Sixteen places each: b once, c twice, d three times.
  const last = i16x8.add(lowD, highD);
  const lastTwo = i16x8.add(last, i16x8.add(lowC, highC));
  const lastThree = i16x8.add(lastTwo, i16x8.add(lowB, highB));
  const sixteens = i16x8.add(last, i16x8.add(lastTwo, lastThree));
  const places = i32x4.add(
    i32x4.add(
      i32x4.dot_i16x8_s(low, i16x8(0, 1, 2, 3, 4, 5, 6, 7)),
      i32x4.dot_i16x8_s(high, i16x8(8, 9, 10, 11, 12, 13, 14, 15)),
    ),
    i32x4.dot_i16x8_s(sixteens, i16x8.splat(16)),
  );
  return i32x4.sub(i32x4.mul(sum, i32x4.splat(count)), places);
}

/** The sum of four numbers, of which some may be below 0. */
function across(values: v128): u64 {
  return <u64> i32x4.extract_lane(values, 0) +
    <u64> i32x4.extract_lane(values, 1) +
    <u64> i32x4.extract_lane(values, 2) +
    <u64> i32x4.extract_lane(values, 3);
}
