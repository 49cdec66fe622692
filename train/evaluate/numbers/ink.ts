/**
 * Ink for composing rows: single digits, and marks that are not digits.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";
import type { Dataset } from "../../data/dataset.ts";

/** Ink in a box. */
export interface Ink {
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** `[height, width]` shares of full ink. */
  readonly values: Float32Array;
}

/** Minimum level of ink that counts towards a digit's box. */
const FAINT = 64;

/**
 * A digit's ink, scaled bilinearly so that its longer side is `size` pixels.
 *
 * @param dataset Single digits.
 * @param index Which of them.
 * @param size Pixels.
 */
export function digitInk(dataset: Dataset, index: number, size: number): Ink {
  const image = dataset.images.subarray(
    index * IMAGE_PIXELS,
    (index + 1) * IMAGE_PIXELS,
  );
  let [left, top, right, bottom] = [IMAGE_SIZE, IMAGE_SIZE, 0, 0];
  image.forEach((value, i) => {
    if (value < FAINT) return;
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

/**
 * Breaks ink: a straight gap across its middle, as left by a failing pen.
 *
 * @param ink What is broken.
 * @param gap Pixels of the gap.
 * @param random Chooses the gap's direction.
 */
export function broken(ink: Ink, gap: number, random: Random): Ink {
  const { width, height } = ink;
  const angle = random.between(-0.6, 0.6);
  const middle = height * random.between(0.3, 0.7);
  const slope = Math.tan(angle);
  const values = ink.values.map((share, i) => {
    const x = i % width;
    const y = (i - x) / width;
    const away = Math.abs(y - middle - slope * (x - width / 2)) *
      Math.cos(angle);
    return share * Math.max(0, Math.min(1, away - gap / 2 + 0.5));
  });
  return { ...ink, values };
}

/** Points of a line, each x and y, in heights of a digit; y counts down. */
export type Line = readonly (readonly [number, number])[];

/** A mark, in heights of a digit. */
export interface Mark {
  /** Height of its lines' y = 0 above the base line. */
  readonly above: number;
  /** What the pen draws. */
  readonly lines: readonly Line[];
}

/** An arc from one angle to another, in turns, clockwise from the right. */
function arc(
  [x, y]: readonly [number, number],
  [wide, high]: readonly [number, number],
  from: number,
  to: number,
): Line {
  return Array.from({ length: 13 }, (_, i) => {
    const angle = 2 * Math.PI * (from + (to - from) * i / 12);
    return [x + wide * Math.cos(angle), y + high * Math.sin(angle)] as const;
  });
}

/** Marks that stand between digits. */
export const SMALL_MARKS = {
  point: { above: 0.08, lines: [[[0, 0], [0.02, 0.02]]] },
  comma: { above: 0.08, lines: [[[0.08, 0], [0.07, 0.1], [0, 0.2]]] },
  minus: { above: 0.5, lines: [[[0, 0], [0.4, 0]]] },
} as const satisfies Record<string, Mark>;

/** Signs that stand before or after a number. */
export const SIGNS = {
  dollar: {
    above: 1.05,
    lines: [
      [
        ...arc([0.25, 0.32], [0.24, 0.2], -0.05, -0.75),
        ...arc([0.25, 0.72], [0.24, 0.2], -0.25, 0.45),
      ],
      [[0.25, 0], [0.25, 1.05]],
    ],
  },
  euro: {
    above: 1,
    lines: [
      arc([0.45, 0.5], [0.36, 0.48], -0.12, -0.88),
      [[0, 0.4], [0.5, 0.4]],
      [[0, 0.6], [0.48, 0.6]],
    ],
  },
  pound: {
    above: 1,
    lines: [
      [
        ...arc([0.38, 0.25], [0.2, 0.24], -0.05, -0.5),
        [0.2, 0.8],
        [0.05, 0.97],
        [0.6, 0.97],
      ],
      [[0.02, 0.55], [0.42, 0.55]],
    ],
  },
} as const satisfies Record<string, Mark>;

/**
 * Draws a mark with a pen of a digit's width.
 *
 * @param mark One of those above.
 * @param size Pixels of a digit's height.
 * @param random Chooses pen and shape.
 * @returns Its ink, and the pixels from its upper edge to the base line.
 */
export function markInk(
  { above, lines }: Mark,
  size: number,
  random: Random,
): { readonly ink: Ink; readonly above: number } {
  const pen = size * random.between(0.08, 0.14);
  const stretch = random.between(0.85, 1.15);
  const shear = random.between(-0.1, 0.2);
  const bent = lines.map((line) =>
    line.map(([x, y]) =>
      [
        size * (stretch * x - shear * y + random.between(-0.015, 0.015)),
        size * (y + random.between(-0.015, 0.015)),
      ] as const
    )
  );
  const xs = bent.flat().map(([x]) => x);
  const ys = bent.flat().map(([, y]) => y);
  const margin = pen / 2 + 1;
  const left = Math.min(...xs) - margin;
  const top = Math.min(...ys) - margin;
  const width = Math.ceil(Math.max(...xs) + margin - left);
  const height = Math.ceil(Math.max(...ys) + margin - top);
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) {
    const x = left + i % width + 0.5;
    const y = top + Math.floor(i / width) + 0.5;
    const away = Math.min(
      ...bent.flatMap((line) =>
        line.slice(1).map((end, k) => distance([x, y], line[k]!, end))
      ),
    );
    values[i] = Math.max(0, Math.min(1, pen / 2 - away + 0.5));
  }
  return { ink: { width, height, values }, above: size * above - top };
}

/** From a point to a stretch of line. */
function distance(
  [x, y]: readonly [number, number],
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const squares = dx * dx + dy * dy;
  const along = squares === 0
    ? 0
    : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / squares));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}
