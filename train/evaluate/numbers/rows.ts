/**
 * Rows of digits, composed of single ones, to measure the reading of numbers.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";
import type { Dataset } from "../../data/dataset.ts";

/** A row and what it says. */
export interface DigitRow {
  /** Dark ink on white. */
  readonly image: GreyImage;
  /** Its digits. */
  readonly text: string;
  /** `[height, width]` which digit's ink is darkest at each pixel, from 0; -1 for paper. */
  readonly owners: Int8Array;
}

/** What rows are like. */
export interface RowOptions {
  /** Height of the digits in pixels, before each varies by 15 %. */
  readonly height: number;
  /** Fewest and most digits. */
  readonly digits: readonly [number, number];
  /** How many neighbours touch, 0 to 1; the others stand apart. */
  readonly touching: number;
  /** How far those that touch reach into each other at most, in heights; 0 if not given. */
  readonly depth?: number;
  /** Most rows that the line falls or rises by over a column, 0 for level lines. */
  readonly slope: number;
}

/** Ink of one digit, cut out of its image and resized. */
interface Ink {
  readonly width: number;
  readonly height: number;
  /** Shares of ink. */
  readonly values: Float32Array;
}

/** Share of ink that counts as touching. */
const SOLID = 0.5;

/**
 * Composes a row.
 *
 * @param dataset Single digits.
 * @param random Chooses digits, sizes, gaps and the slope.
 */
export function composeRow(
  dataset: Dataset,
  random: Random,
  { height, digits: [fewest, most], touching, depth = 0, slope }: RowOptions,
): DigitRow {
  const count = fewest + random.below(most - fewest + 1);
  const margin = Math.ceil(height * 0.6);
  const width = Math.ceil(2 * margin + count * height * 2);
  const lean = random.between(-slope, slope);
  const tall = Math.ceil(2 * margin + 1.4 * height + Math.abs(lean) * width);
  const ink = new Float32Array(width * tall);
  const owner = new Int8Array(width * tall).fill(-1);
  const base = margin + 1.2 * height + Math.max(0, -lean * width);
  let right = margin;
  let text = "";
  for (let i = 0; i < count; i++) {
    const index = random.below(dataset.count);
    const size = height * random.between(0.85, 1.15);
    const digit = inkOf(dataset, index, size);
    const wanted = i > 0 && random.uniform() < touching
      ? null
      : random.between(0.08, 0.6) * height;
    const left = wanted === null ? right - digit.width : right + wanted;
    let x = Math.round(i === 0 ? margin : left);
    const rise = random.between(-0.05, 0.05) * height;
    const yAt = (column: number) =>
      Math.round(base + lean * column + rise - digit.height);
    if (wanted === null) {
      // From inside the digit before to the right, until they just touch.
      let last = x;
      while (x < right + 2) {
        if (overlaps(ink, width, digit, x, yAt(x))) last = x;
        x++;
      }
      x = last;
      if (depth > 0) x -= Math.floor(random.between(0, depth) * height);
    }
    put(ink, owner, i, width, digit, x, yAt(x));
    right = Math.max(right, x + digit.width);
    text += dataset.labels[index]!;
  }
  const columns = Math.min(width, Math.ceil(right + margin));
  const pixels = new Uint8Array(columns * tall);
  const owners = new Int8Array(columns * tall);
  for (let y = 0; y < tall; y++) {
    for (let x = 0; x < columns; x++) {
      pixels[y * columns + x] = 255 - Math.round(255 * ink[y * width + x]!);
      owners[y * columns + x] = owner[y * width + x]!;
    }
  }
  return { image: { width: columns, height: tall, pixels }, text, owners };
}

/** A digit's ink box, its longer side brought to `size` pixels by bilinear interpolation. */
function inkOf(dataset: Dataset, index: number, size: number): Ink {
  const image = dataset.images.subarray(
    index * IMAGE_PIXELS,
    (index + 1) * IMAGE_PIXELS,
  );
  let [left, top, right, bottom] = [IMAGE_SIZE, IMAGE_SIZE, 0, 0];
  image.forEach((value, i) => {
    if (value < 64) return;
    const x = i % IMAGE_SIZE;
    const y = (i - x) / IMAGE_SIZE;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  const scale = size / Math.max(right - left, bottom - top);
  const width = Math.max(1, Math.round((right - left + 2) * scale));
  const height = Math.max(1, Math.round((bottom - top + 2) * scale));
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= IMAGE_SIZE || y >= IMAGE_SIZE
      ? 0
      : image[y * IMAGE_SIZE + x]! / 255;
  const values = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const y = (row + 0.5) / scale + top - 1 - 0.5;
    const y0 = Math.floor(y);
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5) / scale + left - 1 - 0.5;
      const x0 = Math.floor(x);
      const upper = at(x0, y0) + (at(x0 + 1, y0) - at(x0, y0)) * (x - x0);
      const lower = at(x0, y0 + 1) +
        (at(x0 + 1, y0 + 1) - at(x0, y0 + 1)) * (x - x0);
      values[row * width + column] = upper + (lower - upper) * (y - y0);
    }
  }
  return { width, height, values };
}

function overlaps(
  ink: Float32Array,
  width: number,
  digit: Ink,
  left: number,
  top: number,
): boolean {
  for (let y = 0; y < digit.height; y++) {
    for (let x = 0; x < digit.width; x++) {
      const here = digit.values[y * digit.width + x]!;
      if (here >= SOLID && ink[(top + y) * width + left + x]! >= SOLID) {
        return true;
      }
    }
  }
  return false;
}

function put(
  ink: Float32Array,
  owner: Int8Array,
  index: number,
  width: number,
  digit: Ink,
  left: number,
  top: number,
): void {
  for (let y = 0; y < digit.height; y++) {
    for (let x = 0; x < digit.width; x++) {
      const at = (top + y) * width + left + x;
      const here = digit.values[y * digit.width + x]!;
      if (here <= ink[at]!) continue;
      ink[at] = here;
      owner[at] = index;
    }
  }
}
