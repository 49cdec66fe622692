/** Stores a tile's sums: eight floats or fewer, written or added. */

/**
 * Stores a row of sums, or adds them to what is there.
 *
 * @param kept Columns to store, at least 1; at most the first eight.
 * @param add 1 to add, 0 to store.
 */
export function keep(
  to: usize,
  low: v128,
  high: v128,
  kept: i32,
  add: i32,
): void {
  if (add) {
    if (kept >= 8) Row.add(to, low, high);
    else addPart(to, low, high, kept);
  } else if (kept >= 8) Row.store(to, low, high);
  else storePart(to, low, high, kept);
}

/** All eight sums of a row; methods so that they can be marked for inlining. */
export abstract class Row {
  /** Stores them. */
  @inline
  static store(to: usize, low: v128, high: v128): void {
    v128.store(to, low);
    v128.store(to, high, 16);
  }

  /** Adds them to what is there. */
  @inline
  static add(to: usize, low: v128, high: v128): void {
    v128.store(to, f32x4.add(v128.load(to), low));
    v128.store(to, f32x4.add(v128.load(to, 16), high), 16);
  }
}

/** Adds four sums to four floats in memory. */
function addTo(to: usize, sums: v128): void {
  v128.store(to, f32x4.add(v128.load(to), sums));
}

/** Stores the first `kept` (1 to 7) of eight sums. */
function storePart(to: usize, low: v128, high: v128, kept: i32): void {
  let rest = low;
  if (kept >= 4) {
    v128.store(to, low);
    to += 16;
    kept -= 4;
    rest = high;
  }
  if (kept > 0) f32.store(to, f32x4.extract_lane(rest, 0));
  if (kept > 1) f32.store(to, f32x4.extract_lane(rest, 1), 4);
  if (kept > 2) f32.store(to, f32x4.extract_lane(rest, 2), 8);
}

/** Adds the first `kept` (1 to 7) of eight sums to floats in memory. */
function addPart(to: usize, low: v128, high: v128, kept: i32): void {
  let rest = low;
  if (kept >= 4) {
    addTo(to, low);
    to += 16;
    kept -= 4;
    rest = high;
  }
  if (kept > 0) addLane(to, f32x4.extract_lane(rest, 0));
  if (kept > 1) addLane(to + 4, f32x4.extract_lane(rest, 1));
  if (kept > 2) addLane(to + 8, f32x4.extract_lane(rest, 2));
}

/** Adds one sum to one float in memory. */
function addLane(to: usize, sum: f32): void {
  f32.store(to, f32.load(to) + sum);
}
