/**
 * Resampling by its definition, cell by cell and pixel by pixel.
 *
 * @module
 */

import type { Box } from "../../../src/image/normalize/components.ts";

/**
 * Resamples a box of `[height, width]` values to `[rows, columns]` cells.
 *
 * Along a side that shrinks, a cell is the mean of the stretch that it covers.
 * Along a side that grows, it is the value at its centre on the broken line
 * through the values at the pixels' centres, which goes on level beyond the
 * first and last pixel that the box touches.
 */
export function resampleSlowly(
  values: readonly number[],
  width: number,
  box: Box,
  columns: number,
  rows: number,
): number[] {
  const height = values.length / width;
  const narrow = Array.from(
    { length: height },
    (_, y) =>
      line(
        values.slice(y * width, (y + 1) * width),
        box.left,
        box.right,
        columns,
      ),
  );
  const across = Array.from(
    { length: columns },
    (_, x) => line(narrow.map((row) => row[x]!), box.top, box.bottom, rows),
  );
  return Array.from(
    { length: columns * rows },
    (_, i) => across[i % columns]![Math.floor(i / columns)]!,
  );
}

function line(
  values: readonly number[],
  from: number,
  to: number,
  count: number,
): number[] {
  const size = (to - from) / count;
  return Array.from({ length: count }, (_, cell) => {
    const start = from + cell * size;
    return size >= 1 ? meanBetween(values, start, start + size) : valueAt(
      values.slice(0, Math.ceil(to)),
      Math.floor(from),
      start + size / 2,
    );
  });
}

/** The mean of a step function whose value is `values[i]` from i to i + 1. */
function meanBetween(values: readonly number[], from: number, to: number) {
  const sum = values.reduce((sum, value, i) => {
    const covered = Math.min(to, i + 1) - Math.max(from, i);
    return sum + value * Math.max(0, covered);
  }, 0);
  return sum / (to - from);
}

/** The broken line through `values[i]` at i + 0.5, level before `first`. */
function valueAt(values: readonly number[], first: number, place: number) {
  const last = values.length - 1;
  const at = Math.max(first, Math.min(last, place - 0.5));
  const left = values[Math.floor(at)]!;
  const right = values[Math.ceil(at)]!;
  return left + (at - Math.floor(at)) * (right - left);
}
