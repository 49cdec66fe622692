/**
 * Sixteen products of int8 weights and 7-bit codes, added four by four to the
 * int32 lanes of a sum. This is where the two builds differ.
 *
 * Lane l gains weights[4l] * codes[4l] + ... + weights[4l + 3] * codes[4l + 3].
 * Weights are at least -127 and codes at most 127, so a pair of products is at
 * most 32258, and none of the relaxed behaviours that the standard allows
 * (saturating a pair to 16 bits, reading the codes as signed or unsigned)
 * changes the result.
 *
 * @param codes The same four codes in every lane.
 */
export function dot(weights: v128, codes: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    return i32x4.relaxed_dot_i8x16_i7x16_add_s(weights, codes, sum);
  } else {
    const halves = v128.shuffle<i16>(weights, weights, 0, 2, 4, 6, 1, 3, 5, 7);
    const wide = i16x8.extend_low_i8x16_u(codes);
    const first = v128.shuffle<i32>(wide, wide, 0, 0, 0, 0);
    const second = v128.shuffle<i32>(wide, wide, 1, 1, 1, 1);
    const low = i16x8.extend_low_i8x16_s(halves);
    const high = i16x8.extend_high_i8x16_s(halves);
    const half = i32x4.add(sum, i32x4.dot_i16x8_s(low, first));
    return i32x4.add(half, i32x4.dot_i16x8_s(high, second));
  }
}

/**
 * Like {@link dot}, for sixteen different codes. The lane to which a product is
 * added is unspecified: it differs between the builds.
 */
export function dotAll(weights: v128, codes: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    return i32x4.relaxed_dot_i8x16_i7x16_add_s(weights, codes, sum);
  } else {
    const low = i32x4.dot_i16x8_s(
      i16x8.extend_low_i8x16_s(weights),
      i16x8.extend_low_i8x16_u(codes),
    );
    const high = i32x4.dot_i16x8_s(
      i16x8.extend_high_i8x16_s(weights),
      i16x8.extend_high_i8x16_u(codes),
    );
    return i32x4.add(i32x4.add(sum, low), high);
  }
}
