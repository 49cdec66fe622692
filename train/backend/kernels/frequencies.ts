/**
 * The one-dimensional transforms of Winograd's F(4, 3), on vectors in memory:
 * `from` and `to` are the first of each, at their own steps in bytes. Each
 * method reads its whole input before it writes. The points are 0, 1, -1, 2,
 * -2, infinity.
 *
 * They are methods only so that they can be marked for inlining: TypeScript
 * does not allow decorators on plain functions, and formatters drop them.
 */

/** Transforms to the six frequencies and back. */
export abstract class Frequencies {
  @inline
  private static times(factor: f32, value: v128): v128 {
    return f32x4.mul(f32x4.splat(factor), value);
  }

  @inline
  private static plus(value: v128, factor: f32, addend: v128): v128 {
    return f32x4.relaxed_madd(f32x4.splat(factor), addend, value);
  }

  /** Six inputs to six frequencies: times B'. */
  @inline
  static ofInputs(
    from: usize,
    fromStep: usize,
    to: usize,
    toStep: usize,
  ): void {
    const d0 = v128.load(from);
    from += fromStep;
    const d1 = v128.load(from);
    from += fromStep;
    const d2 = v128.load(from);
    from += fromStep;
    const d3 = v128.load(from);
    from += fromStep;
    const d4 = v128.load(from);
    from += fromStep;
    const d5 = v128.load(from);
    const even = Frequencies.plus(d4, -4, d2);
    const odd = Frequencies.plus(d3, -4, d1);
    const even2 = f32x4.sub(d4, d2);
    const odd2 = f32x4.sub(d3, d1);
    v128.store(to, Frequencies.plus(Frequencies.plus(d4, -5, d2), 4, d0));
    to += toStep;
    v128.store(to, f32x4.add(even, odd));
    to += toStep;
    v128.store(to, f32x4.sub(even, odd));
    to += toStep;
    v128.store(to, Frequencies.plus(even2, 2, odd2));
    to += toStep;
    v128.store(to, Frequencies.plus(even2, -2, odd2));
    to += toStep;
    v128.store(to, Frequencies.plus(Frequencies.plus(d5, -5, d3), 4, d1));
  }

  /** Six frequencies to four outputs: times A'. */
  @inline
  static toOutputs(
    from: usize,
    fromStep: usize,
    to: usize,
    toStep: usize,
  ): void {
    const m0 = v128.load(from);
    from += fromStep;
    const m1 = v128.load(from);
    from += fromStep;
    const m2 = v128.load(from);
    from += fromStep;
    const m3 = v128.load(from);
    from += fromStep;
    const m4 = v128.load(from);
    from += fromStep;
    const m5 = v128.load(from);
    const sum = f32x4.add(m1, m2);
    const difference = f32x4.sub(m1, m2);
    const sum2 = f32x4.add(m3, m4);
    const difference2 = f32x4.sub(m3, m4);
    v128.store(to, f32x4.add(m0, f32x4.add(sum, sum2)));
    to += toStep;
    v128.store(to, Frequencies.plus(difference, 2, difference2));
    to += toStep;
    v128.store(to, Frequencies.plus(sum, 4, sum2));
    to += toStep;
    v128.store(to, Frequencies.plus(f32x4.add(difference, m5), 8, difference2));
  }

  /** Four output gradients to six frequencies: times A. */
  @inline
  static ofGradients(
    from: usize,
    fromStep: usize,
    to: usize,
    toStep: usize,
  ): void {
    const y0 = v128.load(from);
    from += fromStep;
    const y1 = v128.load(from);
    from += fromStep;
    const y2 = v128.load(from);
    from += fromStep;
    const y3 = v128.load(from);
    const even = f32x4.add(y0, y2);
    const odd = f32x4.add(y1, y3);
    const even2 = Frequencies.plus(y0, 4, y2);
    const odd2 = Frequencies.plus(y1, 4, y3);
    v128.store(to, y0);
    to += toStep;
    v128.store(to, f32x4.add(even, odd));
    to += toStep;
    v128.store(to, f32x4.sub(even, odd));
    to += toStep;
    v128.store(to, Frequencies.plus(even2, 2, odd2));
    to += toStep;
    v128.store(to, Frequencies.plus(even2, -2, odd2));
    to += toStep;
    v128.store(to, y3);
  }

  /** Three weights to six frequencies: times G. */
  @inline
  static ofWeights(
    from: usize,
    fromStep: usize,
    to: usize,
    toStep: usize,
  ): void {
    const g0 = v128.load(from);
    from += fromStep;
    const g1 = v128.load(from);
    from += fromStep;
    const g2 = v128.load(from);
    const outer = Frequencies.times(-1 / 6.0, f32x4.add(g0, g2));
    const outer2 = Frequencies.plus(
      Frequencies.times(1 / 24.0, g0),
      1 / 6.0,
      g2,
    );
    v128.store(to, Frequencies.times(0.25, g0));
    to += toStep;
    v128.store(to, Frequencies.plus(outer, -1 / 6.0, g1));
    to += toStep;
    v128.store(to, Frequencies.plus(outer, 1 / 6.0, g1));
    to += toStep;
    v128.store(to, Frequencies.plus(outer2, 1 / 12.0, g1));
    to += toStep;
    v128.store(to, Frequencies.plus(outer2, -1 / 12.0, g1));
    to += toStep;
    v128.store(to, g2);
  }

  /** Six frequencies to three weights' gradients: times G'. */
  @inline
  static toWeights(
    from: usize,
    fromStep: usize,
    to: usize,
    toStep: usize,
  ): void {
    const m0 = v128.load(from);
    from += fromStep;
    const m1 = v128.load(from);
    from += fromStep;
    const m2 = v128.load(from);
    from += fromStep;
    const m3 = v128.load(from);
    from += fromStep;
    const m4 = v128.load(from);
    from += fromStep;
    const m5 = v128.load(from);
    const sum = Frequencies.times(-1 / 6.0, f32x4.add(m1, m2));
    const sum2 = f32x4.add(m3, m4);
    const difference = Frequencies.times(1 / 6.0, f32x4.sub(m2, m1));
    v128.store(
      to,
      Frequencies.plus(Frequencies.plus(sum, 1 / 24.0, sum2), 0.25, m0),
    );
    to += toStep;
    v128.store(to, Frequencies.plus(difference, 1 / 12.0, f32x4.sub(m3, m4)));
    to += toStep;
    v128.store(to, f32x4.add(Frequencies.plus(sum, 1 / 6.0, sum2), m5));
  }
}
