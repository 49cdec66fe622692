/**
 * Several digits in one picture, side by side or touching.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import type { Stroke } from "../../../src/image/strokes.ts";
import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";
import type { Dataset } from "../dataset.ts";
import { digitStrokes } from "../drawn/drawn_digit.ts";

/** The number of digits in a picture; two in half of the cases. */
function howMany(random: Random): number {
  return 2 + Math.floor(3 * random.uniform() ** 2);
}

/**
 * Two to four digits of a dataset in a row, overlapping by a little or apart.
 *
 * @param dataset Where the digits are.
 * @param random Chooses the digits and their positions.
 * @returns Light ink on black.
 */
export function severalOf(dataset: Dataset, random: Random): GreyImage {
  const count = howMany(random);
  const height = IMAGE_SIZE + 12;
  const width = count * IMAGE_SIZE + 12;
  const pixels = new Uint8Array(width * height);
  let right = 4;
  for (let n = 0; n < count; n++) {
    const index = random.below(dataset.count);
    const image = dataset.images.subarray(
      index * IMAGE_PIXELS,
      (index + 1) * IMAGE_PIXELS,
    );
    const { first, last } = inkedColumns(image);
    const left = Math.max(0, right + Math.round(random.between(-2, 6)));
    const top = Math.round(random.between(2, 10));
    for (let y = 0; y < IMAGE_SIZE; y++) {
      for (let x = first; x <= last; x++) {
        const at = (y + top) * width + left + x - first;
        pixels[at] = Math.max(pixels[at]!, image[y * IMAGE_SIZE + x]!);
      }
    }
    right = left + last - first + 1;
  }
  return { width, height, pixels };
}

/** Two to four written digits in a row. */
export function severalWritten(random: Random): Stroke[] {
  const strokes: Stroke[] = [];
  let right = 0;
  for (let n = howMany(random); n > 0; n--) {
    const digit = digitStrokes(random.below(CLASSES), random);
    const columns = digit.flatMap(({ x }) => [...x]);
    const shift = right + random.between(-5, 50) - Math.min(...columns);
    const down = 10 * random.normal();
    const size = random.between(0.85, 1.15);
    for (const { x, y } of digit) {
      strokes.push({
        x: x.map((value) => value + shift),
        y: y.map((value) => size * value + down),
      });
    }
    right = Math.max(...columns) + shift;
  }
  return strokes;
}

/** Columns with ink, the first and the last. */
function inkedColumns(image: Uint8Array): { first: number; last: number } {
  let first = IMAGE_SIZE - 1;
  let last = 0;
  image.forEach((value, i) => {
    if (value < 64) return;
    first = Math.min(first, i % IMAGE_SIZE);
    last = Math.max(last, i % IMAGE_SIZE);
  });
  return first <= last ? { first, last } : { first: 0, last: IMAGE_SIZE - 1 };
}
