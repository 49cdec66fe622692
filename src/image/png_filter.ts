/**
 * PNG's row filters, undone in place.
 *
 * @see {@link https://www.w3.org/TR/png-3/#9Filters | PNG, section 9}
 * @module
 */

/**
 * Undoes the filter of one row in place.
 *
 * @param filter The row's filter, 0 to 4.
 * @param row The filtered bytes, overwritten with the plain ones.
 * @param above The plain bytes of the row above, or null for a first row.
 * @param step Bytes of a whole pixel, at least 1.
 * @throws {SyntaxError} The filter is above 4.
 */
export function unfilterRow(
  filter: number,
  row: Uint8Array,
  above: Uint8Array | null,
  step: number,
): void {
  if (filter === 0) return;
  if (filter === 1) return unfilterSub(row, step);
  if (filter === 2) return above ? unfilterUp(row, above) : undefined;
  if (filter === 3) return unfilterAverage(row, above, step);
  // Without a row above, the Paeth predictor is the pixel to the left.
  if (filter === 4) {
    return above ? unfilterPaeth(row, above, step) : unfilterSub(row, step);
  }
  throw new SyntaxError(`The PNG has a row filter ${filter}; 0 to 4 exist`);
}

function unfilterSub(row: Uint8Array, step: number): void {
  for (let i = step; i < row.length; i++) row[i] = row[i]! + row[i - step]!;
}

function unfilterUp(row: Uint8Array, above: Uint8Array): void {
  for (let i = 0; i < row.length; i++) row[i] = row[i]! + above[i]!;
}

function unfilterAverage(
  row: Uint8Array,
  above: Uint8Array | null,
  step: number,
): void {
  for (let i = 0; i < row.length; i++) {
    const left = i < step ? 0 : row[i - step]!;
    const up = above ? above[i]! : 0;
    row[i] = row[i]! + ((left + up) >> 1);
  }
}

function unfilterPaeth(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < step; i++) row[i] = row[i]! + above[i]!;
  for (let i = step; i < row.length; i++) {
    const left = row[i - step]!;
    const up = above[i]!;
    const corner = above[i - step]!;
    // Distances of left, up and corner from left + up - corner.
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - 2 * corner);
    const nearest = toLeft <= toUp && toLeft <= toCorner
      ? left
      : toUp <= toCorner
      ? up
      : corner;
    row[i] = row[i]! + nearest;
  }
}
