/**
 * Points that represent images, for measuring distances between sets of digits.
 *
 * @module
 */

/** Points of some images, one after another, with the images' labels. */
export interface FeatureSet {
  /** `count` points of `width` numbers, row by row. */
  readonly values: Float32Array;
  /** Numbers per point. */
  readonly width: number;
  /** Digit of each point, 0 to 9. */
  readonly labels: Uint8Array;
  /** Number of points. */
  readonly count: number;
}

/**
 * The points of one digit, in their earlier order.
 *
 * @param digit 0 to 9.
 */
export function ofDigit(set: FeatureSet, digit: number): FeatureSet {
  const { values, width, labels } = set;
  const rows = Array.from(labels.keys()).filter((i) => labels[i] === digit);
  const chosen = new Float32Array(rows.length * width);
  rows.forEach((row, i) =>
    chosen.set(values.subarray(row * width, (row + 1) * width), i * width)
  );
  return {
    values: chosen,
    width,
    labels: new Uint8Array(rows.length).fill(digit),
    count: rows.length,
  };
}
