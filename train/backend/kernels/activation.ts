/**
 * Bias and activation in one pass, and the activation's gradient. As in
 * batch_norm.ts, an activation is given by its slope below zero.
 */

/** Activation code of the sigmoid; every other activation is a slope. */
const SIGMOID: f32 = -1;

/**
 * e^x for four floats, relative error below 2e-7: 2^n times a polynomial of
 * the rest (Cephes' expf, Moshier 1992). Arguments beyond +-87 are clamped.
 */
function exp4(x: v128): v128 {
  x = f32x4.pmin(x, f32x4.splat(87));
  x = f32x4.pmax(x, f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.relaxed_madd(p, r, f32x4.splat(1.3981999507e-3));
  p = f32x4.relaxed_madd(p, r, f32x4.splat(8.3334519073e-3));
  p = f32x4.relaxed_madd(p, r, f32x4.splat(4.1665795894e-2));
  p = f32x4.relaxed_madd(p, r, f32x4.splat(1.6666665459e-1));
  p = f32x4.relaxed_madd(p, r, f32x4.splat(5.0000001201e-1));
  p = f32x4.relaxed_madd(p, f32x4.mul(r, r), r);
  p = f32x4.add(p, f32x4.splat(1));
  const power = i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127));
  return f32x4.mul(p, i32x4.shl(power, 23));
}

/** Activates four values; `kind` is {@link SIGMOID} or a slope. */
function activate(z: v128, kind: f32): v128 {
  if (kind != SIGMOID) return f32x4.pmax(z, f32x4.mul(z, f32x4.splat(kind)));
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(z))));
}

/** Adds a bias to each row and activates. */
export function biasActivation(
  from: usize,
  bias: usize,
  rows: i32,
  channels: i32,
  kind: f32,
  to: usize,
): void {
  if (channels == 1) {
    // One channel: the pixels themselves fill the lanes.
    const only = v128.load32_splat(bias);
    for (; rows >= 4; rows -= 4) {
      v128.store(to, activate(f32x4.add(v128.load(from), only), kind));
      from += 16;
      to += 16;
    }
  }
  const step = <usize> channels << 2;
  for (; rows > 0; rows--) {
    let c: usize = 0;
    for (; c + 16 <= step; c += 16) {
      const z = f32x4.add(v128.load(from + c), v128.load(bias + c));
      v128.store(to + c, activate(z, kind));
    }
    for (; c < step; c += 4) {
      const z = f32x4.add(
        v128.load32_splat(from + c),
        v128.load32_splat(bias + c),
      );
      f32.store(to + c, f32x4.extract_lane(activate(z, kind), 0));
    }
    from += step;
    to += step;
  }
}

/** Four input gradients of an activation from its output and output gradient. */
function gradient4(dy: v128, y: v128, kind: f32): v128 {
  if (kind == SIGMOID) {
    return f32x4.mul(dy, f32x4.mul(y, f32x4.sub(f32x4.splat(1), y)));
  }
  const gate = f32x4.gt(y, f32x4.splat(0));
  return v128.bitselect(dy, f32x4.mul(dy, f32x4.splat(kind)), gate);
}

/** Input gradient of an activation from its output and output gradient. */
export function activationGradient(
  dy: usize,
  y: usize,
  count: i32,
  kind: f32,
  dx: usize,
): void {
  for (; count >= 4; count -= 4) {
    v128.store(dx, gradient4(v128.load(dy), v128.load(y), kind));
    dy += 16;
    y += 16;
    dx += 16;
  }
  for (; count > 0; count--) {
    const one = gradient4(v128.load32_splat(dy), v128.load32_splat(y), kind);
    f32.store(dx, f32x4.extract_lane(one, 0));
    dy += 4;
    y += 4;
    dx += 4;
  }
}
