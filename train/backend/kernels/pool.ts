/**
 * Moving between resolutions: 2 x 2 maximum pooling and its gradient, pixel
 * shuffle and its inverse, the gradient of global average pooling.
 */

import { copyFloats } from "./pack";

/** Largest of each 2 x 2 window, windows not overlapping; an odd edge is left out. */
export function maxPool2(
  from: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  to: usize,
): void {
  const pixel = <usize> channels << 2;
  const row = <usize> width * pixel;
  for (let image = 0; image < images; image++) {
    for (let y = 0; y < height / 2; y++) {
      let at = from + <usize> (image * height + 2 * y) * row;
      for (let x = 0; x < width / 2; x++) {
        let c: usize = 0;
        for (; c + 16 <= pixel; c += 16) {
          const a = at + c;
          const top = f32x4.pmax(v128.load(a), v128.load(a + pixel));
          const low = f32x4.pmax(
            v128.load(a + row),
            v128.load(a + row + pixel),
          );
          v128.store(to + c, f32x4.pmax(top, low));
        }
        for (; c < pixel; c += 4) {
          const a = at + c;
          const top = max(f32.load(a), f32.load(a + pixel));
          const low = max(f32.load(a + row), f32.load(a + row + pixel));
          f32.store(to + c, max(top, low));
        }
        at += 2 * pixel;
        to += pixel;
      }
    }
  }
}

/**
 * Gradient of {@link maxPool2}: each output gradient goes to the first of its
 * window's pixels, in row-major order, that holds the maximum.
 *
 * @param dx As large as `from`; cleared by the caller where a side is odd.
 */
export function maxPool2Gradient(
  from: usize,
  dy: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  dx: usize,
): void {
  const pixel = <usize> channels << 2;
  const row = <usize> width * pixel;
  for (let image = 0; image < images; image++) {
    for (let y = 0; y < height / 2; y++) {
      let offset = <usize> (image * height + 2 * y) * row;
      for (let x = 0; x < width / 2; x++) {
        let c: usize = 0;
        for (; c + 16 <= pixel; c += 16) {
          const at = from + offset + c;
          const to = dx + offset + c;
          const p0 = v128.load(at);
          const p1 = v128.load(at + pixel);
          const p2 = v128.load(at + row);
          const p3 = v128.load(at + row + pixel);
          const top = f32x4.pmax(f32x4.pmax(p0, p1), f32x4.pmax(p2, p3));
          const up = v128.load(dy + c);
          const g0 = v128.and(up, f32x4.eq(p0, top));
          let rest = v128.andnot(up, f32x4.eq(p0, top));
          const g1 = v128.and(rest, f32x4.eq(p1, top));
          rest = v128.andnot(rest, f32x4.eq(p1, top));
          const g2 = v128.and(rest, f32x4.eq(p2, top));
          v128.store(to, g0);
          v128.store(to + pixel, g1);
          v128.store(to + row, g2);
          v128.store(
            to + row + pixel,
            v128.andnot(rest, f32x4.eq(p2, top)),
          );
        }
        for (; c < pixel; c += 4) {
          const at = from + offset + c;
          const to = dx + offset + c;
          const p0 = f32.load(at);
          const p1 = f32.load(at + pixel);
          const p2 = f32.load(at + row);
          const p3 = f32.load(at + row + pixel);
          const top = max(max(p0, p1), max(p2, p3));
          const up = f32.load(dy + c);
          const place = p0 == top ? 0 : p1 == top ? 1 : p2 == top ? 2 : 3;
          f32.store(to, place == 0 ? up : 0);
          f32.store(to + pixel, place == 1 ? up : 0);
          f32.store(to + row, place == 2 ? up : 0);
          f32.store(to + row + pixel, place == 3 ? up : 0);
        }
        offset += 2 * pixel;
        dy += pixel;
      }
    }
  }
}

/**
 * Pixel shuffle of `height` x `width` pixels of `channels` * `factor`^2 floats
 * (Shi et al. 2016, arXiv 1609.05158), or the inverse of it.
 *
 * @param small The image of low resolution; read unless `inverse`.
 * @param large The image of high resolution; read if `inverse`.
 */
export function pixelShuffle(
  small: usize,
  large: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  factor: i32,
  inverse: bool,
): void {
  // The channels of one row of a block are neighbours in both images.
  const run = factor * channels;
  const bytes = <usize> run << 2;
  for (let row = 0; row < images * height; row++) {
    for (let x = 0; x < width; x++) {
      for (let f = 0; f < factor; f++) {
        const at = large + <usize> ((row * factor + f) * width + x) * bytes;
        if (inverse) copyFloats(at, small, run);
        else copyFloats(small, at, run);
        small += bytes;
      }
    }
  }
}

/** Writes each row of `channels` floats, times `factor`, to `repeat` rows. */
export function repeatRows(
  from: usize,
  to: usize,
  rows: i32,
  channels: i32,
  repeat: i32,
  factor: f32,
): void {
  const step = <usize> channels << 2;
  const factors = f32x4.splat(factor);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < repeat; i++) {
      let c: usize = 0;
      for (; c + 16 <= step; c += 16) {
        v128.store(to + c, f32x4.mul(v128.load(from + c), factors));
      }
      for (; c < step; c += 4) {
        f32.store(to + c, f32.load(from + c) * factor);
      }
      to += step;
    }
    from += step;
  }
}
