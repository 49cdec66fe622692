/**
 * MNIST's own layout, for generated digits: the ink fits a box of 20x20 and has
 * its centre of mass in the middle of the picture (LeCun et al. 1998, where the
 * digits were fitted to the box, then centred).
 *
 * A generator learns it only approximately, and being off by one pixel is the
 * easiest way to tell its digits from real ones. All arithmetic is in integers
 * or exactly rounded.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "./network/numbers.ts";

/** Side of the box that ink fits in. */
const BOX = 20;

/** Where MNIST has the centre of mass, in pixels from the first pixel's middle. */
const CENTRE = IMAGE_SIZE / 2;

/** First and last row or column with ink. */
type Extent = [first: number, last: number];

/**
 * Trims ink to 20 rows and 20 columns, the fainter edge first, and moves it by
 * whole pixels until its centre of mass is in the middle. A blank picture is
 * left alone.
 *
 * @param images n x 784 bytes, row-major 28x28, 0 paper; changed in place.
 */
export function layOut(images: Uint8Array): void {
  const rows = new Uint32Array(IMAGE_SIZE);
  const columns = new Uint32Array(IMAGE_SIZE);
  const moved = new Uint8Array(IMAGE_PIXELS);
  for (let at = 0; at < images.length; at += IMAGE_PIXELS) {
    const image = images.subarray(at, at + IMAGE_PIXELS);
    measure(image, rows, columns);
    const [top, bottom] = trimmed(rows);
    const [left, right] = trimmed(columns);
    if (top > bottom || left > right) continue;
    clearOutside(image, [top, bottom], [left, right]);
    measure(image, rows, columns);
    const down = shift(rows, [top, bottom]);
    const across = shift(columns, [left, right]);
    if (down === 0 && across === 0) continue;
    moved.fill(0);
    for (let y = top; y <= bottom; y++) {
      const from = y * IMAGE_SIZE;
      moved.set(
        image.subarray(from + left, from + right + 1),
        from + left + down * IMAGE_SIZE + across,
      );
    }
    image.set(moved);
  }
}

/** Sums the ink of each row and column. */
function measure(
  image: Uint8Array,
  rows: Uint32Array,
  columns: Uint32Array,
): void {
  columns.fill(0);
  for (let y = 0; y < IMAGE_SIZE; y++) {
    let sum = 0;
    for (let x = 0; x < IMAGE_SIZE; x++) {
      const ink = image[y * IMAGE_SIZE + x]!;
      sum += ink;
      columns[x]! += ink;
    }
    rows[y] = sum;
  }
}

/** The extent of the ink; if it is too large, the fainter end is trimmed. */
function trimmed(sums: Uint32Array): Extent {
  let first = 0;
  let last = IMAGE_SIZE - 1;
  while (first < last && sums[first] === 0) first++;
  while (last > first && sums[last] === 0) last--;
  if (sums[first] === 0) return [first, first - 1];
  while (last - first >= BOX) {
    if (sums[first]! < sums[last]!) first++;
    else last--;
  }
  return [first, last];
}

function clearOutside(
  image: Uint8Array,
  [top, bottom]: Extent,
  [left, right]: Extent,
): void {
  image.fill(0, 0, top * IMAGE_SIZE);
  for (let y = top; y <= bottom; y++) {
    image.fill(0, y * IMAGE_SIZE, y * IMAGE_SIZE + left);
    image.fill(0, y * IMAGE_SIZE + right + 1, (y + 1) * IMAGE_SIZE);
  }
  image.fill(0, (bottom + 1) * IMAGE_SIZE);
}

/** Whole pixels from the centre of mass to the middle, the extent staying inside. */
function shift(sums: Uint32Array, [first, last]: Extent): number {
  let total = 0;
  let moment = 0;
  for (let i = first; i <= last; i++) {
    total += sums[i]!;
    moment += i * sums[i]!;
  }
  const apart = CENTRE - moment / total;
  // Halves round towards zero, so that applying the layout twice changes
  // nothing.
  const wanted = Math.sign(apart) * Math.ceil(Math.abs(apart) - 0.5);
  return Math.max(-first, Math.min(IMAGE_SIZE - 1 - last, wanted));
}
