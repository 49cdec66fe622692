/** Updates in place: an optimizer's step, a moving average. */

/**
 * One step of Adam (Kingma and Ba 2015, arXiv 1412.6980, in the order of
 * operations at the end of its section 2) with decoupled weight decay
 * (Loshchilov and Hutter 2019, arXiv 1711.05101).
 *
 * @param rate Learning rate with both bias corrections in it.
 * @param epsilon Epsilon times the square root of the second correction.
 * @param keep 1 minus learning rate times weight decay.
 */
export function adam(
  parameter: usize,
  gradient: usize,
  first: usize,
  second: usize,
  count: i32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  keep: f32,
): void {
  const b1 = f32x4.splat(beta1);
  const b2 = f32x4.splat(beta2);
  const n1 = f32x4.splat(1 - beta1);
  const n2 = f32x4.splat(1 - beta2);
  const rates = f32x4.splat(rate);
  const epsilons = f32x4.splat(epsilon);
  const keeps = f32x4.splat(keep);
  for (; count >= 4; count -= 4) {
    const g = v128.load(gradient);
    const m = f32x4.add(
      f32x4.mul(v128.load(first), b1),
      f32x4.mul(g, n1),
    );
    const v = f32x4.add(
      f32x4.mul(v128.load(second), b2),
      f32x4.mul(f32x4.mul(g, g), n2),
    );
    v128.store(first, m);
    v128.store(second, v);
    const step = f32x4.div(
      f32x4.mul(m, rates),
      f32x4.add(f32x4.sqrt(v), epsilons),
    );
    const kept = f32x4.mul(v128.load(parameter), keeps);
    v128.store(parameter, f32x4.sub(kept, step));
    parameter += 16;
    gradient += 16;
    first += 16;
    second += 16;
  }
  for (; count > 0; count--) {
    const g = f32.load(gradient);
    const m = f32.load(first) * beta1 + g * (1 - beta1);
    const v = f32.load(second) * beta2 + g * g * (1 - beta2);
    f32.store(first, m);
    f32.store(second, v);
    const step = m * rate / (sqrt<f32>(v) + epsilon);
    f32.store(parameter, f32.load(parameter) * keep - step);
    parameter += 4;
    gradient += 4;
    first += 4;
    second += 4;
  }
}

/** Moves an average towards a value: average * decay + value * (1 - decay). */
export function movingAverage(
  average: usize,
  value: usize,
  count: i32,
  decay: f32,
): void {
  const d = f32x4.splat(decay);
  const n = f32x4.splat(1 - decay);
  for (; count >= 4; count -= 4) {
    const kept = f32x4.mul(v128.load(average), d);
    v128.store(average, f32x4.add(kept, f32x4.mul(v128.load(value), n)));
    average += 16;
    value += 16;
  }
  for (; count > 0; count--) {
    f32.store(
      average,
      f32.load(average) * decay + f32.load(value) * (1 - decay),
    );
    average += 4;
    value += 4;
  }
}
