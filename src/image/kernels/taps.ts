/**
 * What each cell of a resampled line is made of: sources `first[i]`, `first[i]`
 * + 1, … by the weights from `start[i]` up to `start[i + 1]`.
 */

/** Most cells of a line, and two. */
const CELLS = 82;

/** Where the three lists lie behind each other: i32, i32 and f64. */
export function firstOf(taps: i32, i: i32): i32 {
  return load<i32>(taps + 4 * i);
}

export function startOf(taps: i32, i: i32): i32 {
  return load<i32>(taps + 4 * CELLS + 4 * i);
}

export function weightAt(taps: i32, i: i32): i32 {
  return taps + 8 * CELLS + 8 * i;
}

/**
 * @param taps Where to write them.
 * @param from The stretch of a line that is resampled.
 * @param to Its end.
 * @param count Cells.
 * @param limit Pixels of the line.
 */
export function fillTaps(
  taps: i32,
  from: f64,
  to: f64,
  count: i32,
  limit: i32,
): void {
  const step = (to - from) / <f64> count;
  const least = <i32> Math.floor(from);
  const most = min(limit, <i32> Math.ceil(to));
  store<i32>(taps + 4 * CELLS, 0);
  let used = 0;
  for (let i = 0; i < count; i++) {
    used = step >= 1
      ? areaTaps(
        taps,
        from + <f64> i * step,
        from + <f64> (i + 1) * step,
        most,
        i,
      )
      : linearTaps(taps, from + (<f64> i + 0.5) * step, least, most, i);
    store<i32>(taps + 4 * CELLS + 4 * (i + 1), used);
  }
}

/** Every source pixel by how much of it lies between `low` and `high`. */
function areaTaps(taps: i32, low: f64, high: f64, limit: i32, i: i32): i32 {
  const begin = <i32> Math.floor(low);
  const end = min(limit, <i32> Math.ceil(high - 1e-9));
  let used = startOf(taps, i);
  store<i32>(taps + 4 * i, begin);
  for (let at = begin; at < end; at++) {
    const overlap = min(high, <f64> (at + 1)) - max(low, <f64> at);
    store<f64>(weightAt(taps, used++), overlap / (high - low));
  }
  return used;
}

/** The two source pixels whose centres lie on both sides of `center`. */
function linearTaps(
  taps: i32,
  center: f64,
  least: i32,
  most: i32,
  i: i32,
): i32 {
  const place = max(<f64> least, min(<f64> (most - 1), center - 0.5));
  const at = min(most - 2, <i32> Math.floor(place));
  let used = startOf(taps, i);
  if (at < least) {
    store<i32>(taps + 4 * i, least);
    store<f64>(weightAt(taps, used++), 1);
  } else {
    store<i32>(taps + 4 * i, at);
    store<f64>(weightAt(taps, used++), 1 - (place - <f64> at));
    store<f64>(weightAt(taps, used++), place - <f64> at);
  }
  return used;
}
