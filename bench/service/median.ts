/**
 * The median of measurements.
 *
 * @module
 */

/**
 * The middle value, or the mean of the two in the middle.
 *
 * @param values In any order; NaN for none.
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
