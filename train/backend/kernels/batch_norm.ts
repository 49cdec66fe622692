/**
 * Batch normalization with its activation (Ioffe and Szegedy 2015, arXiv
 * 1502.03167), forward and backward, two passes over memory each. The
 * activation is z below zero times a slope: 1 is linear, 0 ReLU, else leaky.
 *
 * The backward pass recomputes the normalized value from the input, with the
 * same operations as the forward pass, instead of reading the output.
 */

import { accumulateDouble, accumulateDoubles, blockRows } from "./reduce";

/**
 * Mean and variance of each column of a `rows` x `channels` matrix.
 *
 * Values are taken relative to the first row, so that the variance does not
 * suffer from a large mean.
 *
 * @param sums Scratch of 2 * `channels` doubles.
 */
export function columnMoments(
  from: usize,
  rows: i32,
  channels: i32,
  sums: usize,
  mean: usize,
  variance: usize,
): void {
  const step = <usize> channels << 2;
  const squares = sums + (<usize> channels << 3);
  memory.fill(sums, 0, <usize> channels << 4);
  const block = blockRows(channels);
  let blockAt = from;
  for (let row = 0; row < rows; row += block) {
    const count = min(block, rows - row);
    let c: usize = 0;
    for (; c + 4 <= <usize> channels; c += 4) {
      let at = blockAt + (c << 2);
      const pivot = v128.load(from + (c << 2));
      let s0 = f32x4.splat(0);
      let s1 = f32x4.splat(0);
      let q0 = f32x4.splat(0);
      let q1 = f32x4.splat(0);
      let i = count;
      for (; i >= 2; i -= 2) {
        const v0 = f32x4.sub(v128.load(at), pivot);
        const v1 = f32x4.sub(v128.load(at + step), pivot);
        s0 = f32x4.add(s0, v0);
        s1 = f32x4.add(s1, v1);
        q0 = f32x4.relaxed_madd(v0, v0, q0);
        q1 = f32x4.relaxed_madd(v1, v1, q1);
        at += 2 * step;
      }
      if (i > 0) {
        const v0 = f32x4.sub(v128.load(at), pivot);
        s0 = f32x4.add(s0, v0);
        q0 = f32x4.relaxed_madd(v0, v0, q0);
      }
      accumulateDoubles(sums + (c << 3), f32x4.add(s0, s1));
      accumulateDoubles(squares + (c << 3), f32x4.add(q0, q1));
    }
    for (; c < <usize> channels; c++) {
      let at = blockAt + (c << 2);
      const pivot = f32.load(from + (c << 2));
      let s: f32 = 0;
      let q: f32 = 0;
      for (let i = 0; i < count; i++) {
        const v = f32.load(at) - pivot;
        s += v;
        q += v * v;
        at += step;
      }
      accumulateDouble(sums + (c << 3), s);
      accumulateDouble(squares + (c << 3), q);
    }
    blockAt += <usize> count * step;
  }
  const factor = 1 / <f64> rows;
  for (let c: usize = 0; c < <usize> channels; c++) {
    const shift = f64.load(sums + (c << 3)) * factor;
    const square = f64.load(squares + (c << 3)) * factor;
    f32.store(mean + (c << 2), <f32> (<f64> f32.load(from + (c << 2)) + shift));
    f32.store(variance + (c << 2), <f32> max(0, square - shift * shift));
  }
}

/** Writes the factor and the addend of `x * scale + shift` for each channel. */
function scaleAndShift(
  channels: i32,
  mean: usize,
  variance: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  scale: usize,
  shift: usize,
): void {
  for (let c: usize = 0; c < <usize> channels << 2; c += 4) {
    const factor = f32.load(gamma + c) /
      sqrt<f32>(f32.load(variance + c) + epsilon);
    f32.store(scale + c, factor);
    f32.store(shift + c, f32.load(beta + c) - f32.load(mean + c) * factor);
  }
}

/**
 * Normalizes, scales and activates each column.
 *
 * @param scratch 2 * `channels` floats.
 */
export function batchNorm(
  from: usize,
  rows: i32,
  channels: i32,
  mean: usize,
  variance: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  slope: f32,
  scratch: usize,
  to: usize,
): void {
  const step = <usize> channels << 2;
  const shifts = scratch + step;
  scaleAndShift(
    channels,
    mean,
    variance,
    gamma,
    beta,
    epsilon,
    scratch,
    shifts,
  );
  const slopes = f32x4.splat(slope);
  const block = blockRows(channels);
  for (let row = 0; row < rows; row += block) {
    const count = min(block, rows - row);
    let c: usize = 0;
    for (; c + 16 <= step; c += 16) {
      const scale = v128.load(scratch + c);
      const shift = v128.load(shifts + c);
      let i = c;
      for (let left = count; left > 0; left--) {
        const z = f32x4.relaxed_madd(v128.load(from + i), scale, shift);
        v128.store(to + i, f32x4.pmax(z, f32x4.mul(z, slopes)));
        i += step;
      }
    }
    for (; c < step; c += 4) {
      const scale = f32.load(scratch + c);
      const shift = f32.load(shifts + c);
      let i = c;
      for (let left = count; left > 0; left--) {
        const z = f32.load(from + i) * scale + shift;
        f32.store(to + i, z > 0 ? z : z * slope);
        i += step;
      }
    }
    from += <usize> count * step;
    to += <usize> count * step;
  }
}

/**
 * Gradients of {@link batchNorm}.
 *
 * @param dx As large as `from`; `dgamma` and `dbeta` have `channels` floats.
 * @param scratch 8 * `channels` floats, aligned to eight bytes.
 */
export function batchNormGradient(
  from: usize,
  dy: usize,
  rows: i32,
  channels: i32,
  mean: usize,
  variance: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  slope: f32,
  scratch: usize,
  dx: usize,
  dgamma: usize,
  dbeta: usize,
): void {
  const step = <usize> channels << 2;
  const sums = scratch;
  const products = scratch + 2 * step;
  const scales = scratch + 4 * step;
  const shifts = scratch + 5 * step;
  const byValue = scratch + 6 * step;
  const constant = scratch + 7 * step;
  scaleAndShift(channels, mean, variance, gamma, beta, epsilon, scales, shifts);
  memory.fill(sums, 0, 4 * step);
  const slopes = f32x4.splat(slope);
  const zero = f32x4.splat(0);
  const block = blockRows(channels);
  let x = from;
  let g = dy;
  for (let row = 0; row < rows; row += block) {
    const count = min(block, rows - row);
    let c: usize = 0;
    for (; c + 16 <= step; c += 16) {
      const scale = v128.load(scales + c);
      const shift = v128.load(shifts + c);
      const middle = v128.load(mean + c);
      let sum = f32x4.splat(0);
      let product = f32x4.splat(0);
      let i = c;
      for (let left = count; left > 0; left--) {
        const value = v128.load(x + i);
        const up = v128.load(g + i);
        const z = f32x4.relaxed_madd(value, scale, shift);
        const gate = f32x4.gt(z, zero);
        const gradient = v128.bitselect(up, f32x4.mul(up, slopes), gate);
        sum = f32x4.add(sum, gradient);
        product = f32x4.relaxed_madd(
          f32x4.sub(value, middle),
          gradient,
          product,
        );
        i += step;
      }
      accumulateDoubles(sums + 2 * c, sum);
      accumulateDoubles(products + 2 * c, product);
    }
    for (; c < step; c += 4) {
      const scale = f32.load(scales + c);
      const shift = f32.load(shifts + c);
      const middle = f32.load(mean + c);
      let sum: f32 = 0;
      let product: f32 = 0;
      let i = c;
      for (let left = count; left > 0; left--) {
        const value = f32.load(x + i);
        const up = f32.load(g + i);
        const gradient = value * scale + shift > 0 ? up : up * slope;
        sum += gradient;
        product += (value - middle) * gradient;
        i += step;
      }
      accumulateDouble(sums + 2 * c, sum);
      accumulateDouble(products + 2 * c, product);
    }
    x += <usize> count * step;
    g += <usize> count * step;
  }
  // dx = scale * (g - mean(g) - xhat * mean(g * xhat)), with xhat = (x - mean) / deviation.
  for (let c: usize = 0; c < step; c += 4) {
    const sum = f64.load(sums + 2 * c);
    const product = f64.load(products + 2 * c);
    const spread = <f64> f32.load(variance + c) + <f64> epsilon;
    const scale = <f64> f32.load(scales + c);
    const factor = -scale * product / spread / <f64> rows;
    f32.store(dbeta + c, <f32> sum);
    f32.store(dgamma + c, <f32> (product / sqrt<f64>(spread)));
    f32.store(byValue + c, <f32> factor);
    f32.store(constant + c, <f32> (-scale * sum / <f64> rows));
  }
  for (let row = 0; row < rows; row += block) {
    const count = min(block, rows - row);
    let c: usize = 0;
    for (; c + 16 <= step; c += 16) {
      const scale = v128.load(scales + c);
      const shift = v128.load(shifts + c);
      const middle = v128.load(mean + c);
      const factor = v128.load(byValue + c);
      const addend = v128.load(constant + c);
      let i = c;
      for (let left = count; left > 0; left--) {
        const value = v128.load(from + i);
        const up = v128.load(dy + i);
        const z = f32x4.relaxed_madd(value, scale, shift);
        const gate = f32x4.gt(z, zero);
        const gradient = v128.bitselect(up, f32x4.mul(up, slopes), gate);
        const centred = f32x4.relaxed_madd(
          f32x4.sub(value, middle),
          factor,
          addend,
        );
        v128.store(dx + i, f32x4.relaxed_madd(gradient, scale, centred));
        i += step;
      }
    }
    for (; c < step; c += 4) {
      const scale = f32.load(scales + c);
      const shift = f32.load(shifts + c);
      const middle = f32.load(mean + c);
      const factor = f32.load(byValue + c);
      const addend = f32.load(constant + c);
      let i = c;
      for (let left = count; left > 0; left--) {
        const value = f32.load(from + i);
        const up = f32.load(dy + i);
        const gradient = value * scale + shift > 0 ? up : up * slope;
        f32.store(
          dx + i,
          gradient * scale + (value - middle) * factor + addend,
        );
        i += step;
      }
    }
    from += <usize> count * step;
    dy += <usize> count * step;
    dx += <usize> count * step;
  }
}
