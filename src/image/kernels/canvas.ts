/**
 * Rows of a canvas (PNG, four bytes a pixel) to grey, laid on paper.
 */

import { addBlocks, addBytes, addRest, total, weigh } from "./adler.ts";
import { undo } from "./filters.ts";

/**
 * @param source `height` rows of `1 + 4 * width` filtered bytes.
 * @param done Rows of the picture that were done before: the last one's grey
 *   lies before `to`, and its bytes are the plain row.
 * @param paper Luminance of the paper, 0 to 255.
 * @param plain The plain row above, all 0 at first; overwritten with the last one.
 * @param to `width * height` bytes of grey.
 * @param sums What the filtered bytes add to Adler-32's sums, for rows of up to
 *   1024 pixels: see adler.ts.
 * @returns 1 if all is opaque, 0 if not, and less than 0 for a filter that does
 *   not exist: the filter's number, negative.
 */
export function canvasRows(
  source: i32,
  width: i32,
  height: i32,
  done: i32,
  paper: i32,
  plain: i32,
  to: i32,
  sums: i32,
): i32 {
  // Opacities, ANDed: of the bytes of a pixel only the last one counts.
  let opacity = i32x4.splat(-1);
  for (let row = 0; row < height; row++) {
    const filter = <i32> load<u8>(source);
    if (filter > 4) return -filter;
    if (filter == 2 && done + row > 0) {
      copy(to - width, to, width);
      opacity = v128.and(
        opacity,
        layChanges(source + 1, plain, width, paper, to, sums),
      );
    } else {
      addBytes(source, 1 + 4 * width, sums);
      undo(filter, source + 1, plain, width);
      opacity = v128.and(opacity, layRow(plain, width, paper, to));
    }
    source += 1 + 4 * width;
    to += width;
  }
  const least = i32x4.shr_u(opacity, 24);
  return i32x4.all_true(i32x4.eq(least, i32x4.splat(255))) ? 1 : 0;
}

/** Copies a row of grey. */
function copy(from: i32, to: i32, count: i32): void {
  let i = 0;
  for (; i + 16 <= count; i += 16) v128.store(to + i, v128.load(from + i));
  for (; i < count; i++) store<u8>(to + i, load<u8>(from + i));
}

/**
 * Adds differences to the plain row, and lays what they change on paper.
 *
 * @param from The differences, after the byte that says they are.
 */
function layChanges(
  from: i32,
  plain: i32,
  width: i32,
  paper: i32,
  to: i32,
  sums: i32,
): v128 {
  const count = 4 * (width & ~15);
  let opacity = i32x4.splat(-1);
  let sum = i32x4.splat(0);
  let weighted = i32x4.splat(0);
  let i = 0;
  for (; i + 16 <= width; i += 16) {
    const at = from + 4 * i;
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    // Mostly nothing differs: sixteen pixels are passed over at once.
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue;
    opacity = v128.and(
      opacity,
      layBlock(a, b, c, d, plain + 4 * i, paper, to + i),
    );
    const bytes = total(a, b, c, d);
    sum = i32x4.add(sum, bytes);
    weighted = i32x4.add(weighted, weigh(bytes, count - 4 * i, a, b, c, d));
  }
  addRest(from - 1, 1, sums);
  addBlocks(sum, weighted, count, sums);
  addRest(from + count, 4 * width - count, sums);
  for (; i + 4 <= width; i += 4) {
    const change = v128.load(from + 4 * i);
    if (!v128.any_true(change)) continue;
    const pixels = i8x16.add(v128.load(plain + 4 * i), change);
    v128.store(plain + 4 * i, pixels);
    opacity = v128.and(opacity, pixels);
    store<u32>(to + i, greyOf(pixels, paper));
  }
  for (; i < width; i++) {
    const change = v128.load32_zero(from + 4 * i);
    if (!v128.any_true(change)) continue;
    const pixel = i8x16.add(v128.load32_zero(plain + 4 * i), change);
    v128.store32_lane(plain + 4 * i, pixel, 0);
    opacity = v128.and(opacity, i32x4.splat(i32x4.extract_lane(pixel, 0)));
    store<u8>(to + i, <u8> greyOf(pixel, paper));
  }
  return opacity;
}

/** Adds differences to sixteen plain pixels, and lays them on paper. */
function layBlock(
  a: v128,
  b: v128,
  c: v128,
  d: v128,
  plain: i32,
  paper: i32,
  to: i32,
): v128 {
  a = i8x16.add(a, v128.load(plain));
  b = i8x16.add(b, v128.load(plain, 16));
  c = i8x16.add(c, v128.load(plain, 32));
  d = i8x16.add(d, v128.load(plain, 48));
  v128.store(plain, a);
  v128.store(plain, b, 16);
  v128.store(plain, c, 32);
  v128.store(plain, d, 48);
  const opacity = v128.and(v128.and(a, b), v128.and(c, d));
  const colored = v128.or(
    v128.or(colorOf(a), colorOf(b)),
    v128.or(colorOf(c), colorOf(d)),
  );
  const clear = v128.andnot(i32x4.splat(0xff000000), opacity);
  const red = i32x4.splat(255);
  if (!v128.any_true(v128.or(colored, clear))) {
    // Opaque greys: the weights' sum is 256.
    const narrow = i8x16.narrow_i16x8_u(
      i16x8.narrow_i32x4_s(v128.and(a, red), v128.and(b, red)),
      i16x8.narrow_i32x4_s(v128.and(c, red), v128.and(d, red)),
    );
    v128.store(to, narrow);
  } else {
    store<u32>(to, greyOf(a, paper));
    store<u32>(to, greyOf(b, paper), 4);
    store<u32>(to, greyOf(c, paper), 8);
    store<u32>(to, greyOf(d, paper), 12);
  }
  return opacity;
}

/** What red and green, and green and blue, do not share; opacity left out. */
function colorOf(pixels: v128): v128 {
  const apart = v128.xor(pixels, i32x4.shr_u(pixels, 8));
  return v128.and(apart, i32x4.splat(0xffff));
}

/** Lays a plain row on paper. */
function layRow(plain: i32, width: i32, paper: i32, to: i32): v128 {
  let opacity = i32x4.splat(-1);
  let i = 0;
  for (; i + 4 <= width; i += 4) {
    const pixels = v128.load(plain + 4 * i);
    opacity = v128.and(opacity, pixels);
    store<u32>(to + i, greyOf(pixels, paper));
  }
  for (; i < width; i++) {
    const pixel = v128.load32_splat(plain + 4 * i);
    opacity = v128.and(opacity, pixel);
    store<u8>(to + i, <u8> greyOf(pixel, paper));
  }
  return opacity;
}

/**
 * Four pixels to four bytes of grey: Rec. 601's weights in 256ths, and then
 * `round((grey * alpha + paper * (255 - alpha)) / 255)` in whole numbers.
 */
function greyOf(pixels: v128, paper: i32): u32 {
  const weights = i16x8(77, 150, 29, 0, 77, 150, 29, 0);
  const a = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(pixels), weights);
  const b = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(pixels), weights);
  const sum = i32x4.add(
    v128.shuffle<i32>(a, b, 0, 2, 4, 6),
    v128.shuffle<i32>(a, b, 1, 3, 5, 7),
  );
  const grey = i32x4.shr_u(sum, 8);
  const alpha = i32x4.shr_u(pixels, 24);
  const rest = i32x4.sub(i32x4.splat(255), alpha);
  const laid = i32x4.add(
    i32x4.mul(grey, alpha),
    i32x4.mul(i32x4.splat(paper), rest),
  );
  // A whole number n below 65,535 divided by 255 is (n + 1 + n / 256) / 256.
  const n = i32x4.add(laid, i32x4.splat(127));
  const share = i32x4.shr_u(
    i32x4.add(i32x4.add(n, i32x4.splat(1)), i32x4.shr_u(n, 8)),
    8,
  );
  const narrow = i16x8.narrow_i32x4_s(share, share);
  return i32x4.extract_lane(i8x16.narrow_i16x8_u(narrow, narrow), 0);
}
