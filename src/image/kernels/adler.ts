/**
 * Adler-32, zlib's checksum (RFC 1950, section 8.2).
 */

const MODULUS: u64 = 65521;

/** The checksum of `count` bytes. */
export function adler32(bytes: i32, count: i32): u32 {
  let sum: u64 = 1;
  let sums: u64 = 0;
  const end = bytes + count;
  while (bytes + 64 <= end) {
    // Few enough that nothing runs over.
    const last = min(end - 63, bytes + 4096);
    for (; bytes < last; bytes += 64) {
      const some = v128.or(
        v128.or(v128.load(bytes), v128.load(bytes, 16)),
        v128.or(v128.load(bytes, 32), v128.load(bytes, 48)),
      );
      // Mostly zeros, which leave the sum as it is.
      sums += sum << 6;
      if (!v128.any_true(some)) continue;
      let plain = i32x4.splat(0);
      let weighted = i32x4.splat(0);
      for (let i = 0; i < 64; i += 16) {
        const block = v128.load(bytes + i);
        const pairs = i16x8.extadd_pairwise_i8x16_u(block);
        // Each byte counts as often as there are bytes from it to the end.
        const whole = i32x4.extadd_pairwise_i16x8_u(pairs);
        weighted = i32x4.add(
          weighted,
          i32x4.add(
            i32x4.mul(whole, i32x4.splat(48 - i)),
            i32x4.add(
              i32x4.dot_i16x8_s(
                i16x8.extend_low_i8x16_u(block),
                i16x8(16, 15, 14, 13, 12, 11, 10, 9),
              ),
              i32x4.dot_i16x8_s(
                i16x8.extend_high_i8x16_u(block),
                i16x8(8, 7, 6, 5, 4, 3, 2, 1),
              ),
            ),
          ),
        );
        plain = i32x4.add(plain, whole);
      }
      sum += total(plain);
      sums += total(weighted);
    }
    sum %= MODULUS;
    sums %= MODULUS;
  }
  for (; bytes < end; bytes++) {
    sum += <u64> load<u8>(bytes);
    sums += sum;
  }
  return <u32> (((sums % MODULUS) << 16) | (sum % MODULUS));
}

function total(values: v128): u64 {
  return <u64> (i32x4.extract_lane(values, 0) + i32x4.extract_lane(values, 1) +
    i32x4.extract_lane(values, 2) + i32x4.extract_lane(values, 3));
}
