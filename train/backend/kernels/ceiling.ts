/** The machine's maximum speed, as a reference for kernels. */

/**
 * Multiplies and adds as fast as 128-bit vectors can: twelve independent sums
 * of operands that are loaded once. Performs `rounds` * 96 floating-point
 * operations.
 *
 * @param at Operands: 32 bytes; then 192 bytes for the sums.
 */
export function multiplyAdds(at: usize, rounds: i32): void {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  let s4 = f32x4.splat(0);
  let s5 = f32x4.splat(0);
  let s6 = f32x4.splat(0);
  let s7 = f32x4.splat(0);
  let s8 = f32x4.splat(0);
  let s9 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  for (; rounds > 0; rounds--) {
    s0 = f32x4.relaxed_madd(a, b, s0);
    s1 = f32x4.relaxed_madd(a, b, s1);
    s2 = f32x4.relaxed_madd(a, b, s2);
    s3 = f32x4.relaxed_madd(a, b, s3);
    s4 = f32x4.relaxed_madd(a, b, s4);
    s5 = f32x4.relaxed_madd(a, b, s5);
    s6 = f32x4.relaxed_madd(a, b, s6);
    s7 = f32x4.relaxed_madd(a, b, s7);
    s8 = f32x4.relaxed_madd(a, b, s8);
    s9 = f32x4.relaxed_madd(a, b, s9);
    s10 = f32x4.relaxed_madd(a, b, s10);
    s11 = f32x4.relaxed_madd(a, b, s11);
  }
  v128.store(at, s0, 32);
  v128.store(at, s1, 48);
  v128.store(at, s2, 64);
  v128.store(at, s3, 80);
  v128.store(at, s4, 96);
  v128.store(at, s5, 112);
  v128.store(at, s6, 128);
  v128.store(at, s7, 144);
  v128.store(at, s8, 160);
  v128.store(at, s9, 176);
  v128.store(at, s10, 192);
  v128.store(at, s11, 208);
}
