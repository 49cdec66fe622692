/**
 * From int32 sums to stored values: float32, or codes 0 to 127.
 *
 * `src/network/arithmetic.ts` defines the results. The rounding relies on
 * scaled sums below 2^22; a model that could exceed that is refused at load.
 */

/** 1.5 * 2^23: added to a smaller float32 it leaves the nearest integer in the low bits. */
const ROUNDER: f32 = 12582912.0;

/** Sums as float32, times their multipliers. */
export function scale(sums: v128, multipliers: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(sums), multipliers);
}

/** Sums times multipliers, rounded to the nearest integer, half to even. */
export function round(sums: v128, multipliers: v128): v128 {
  const shifted = f32x4.add(scale(sums, multipliers), f32x4.splat(ROUNDER));
  return i32x4.sub(shifted, f32x4.splat(ROUNDER));
}

/** Sixteen rounded values, clamped to codes. */
export function codes(a: v128, b: v128, c: v128, d: v128): v128 {
  const low = i16x8.narrow_i32x4_s(a, b);
  const high = i16x8.narrow_i32x4_s(c, d);
  return i8x16.min_u(i8x16.narrow_i16x8_u(low, high), i8x16.splat(127));
}

/** Stores the first `count` of eight bytes. */
export function storeBytes(to: i32, bytes: v128, count: i32): void {
  if (count >= 8) {
    v128.store64_lane(to, bytes, 0);
    return;
  }
  let rest = i64x2.extract_lane(bytes, 0);
  if (count >= 4) {
    store<u32>(to, rest as u32);
    to += 4;
    rest >>= 32;
  }
  for (let i = 0; i < (count & 3); i++) {
    store<u8>(to + i, rest as u8);
    rest >>= 8;
  }
}
