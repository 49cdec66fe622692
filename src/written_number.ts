/**
 * Writes generated digits side by side as a hand would: even gaps from ink to
 * ink, which follow the digits' slant, and a baseline that wanders a little.
 *
 * All arithmetic is in integers or exactly rounded, so the same digits and seed
 * return the same bytes everywhere.
 *
 * @module
 */

import type { GreyImage } from "./image/grey.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "./network/numbers.ts";
import { writtenHand, writtenPlace } from "./network/streams.ts";

/** Height of a written number in pixels. */
export const LINE_HEIGHT = 32;

/** Paper around the ink, in pixels. */
const MARGIN = 5;

/** Row of the baseline without wander: the last row with ink. */
const BASELINE = LINE_HEIGHT - MARGIN - 2;

/** How far the baseline wanders, in pixels. */
const WANDER = 2;

/** Pixels at least this dark count as ink between which a gap is measured. */
export const GAP_INK = 48;

/** Range of a hand's mean gap between two digits, in pixels. */
const GAP = { least: 2.5, most: 4.5 };

/** A gap is at most this far from the hand's mean. */
const GAP_JITTER = 1;

/** Width of a space, in pixels in addition to the gap. */
const SPACE = 10;

/** Number of rows above and below in which a gap must also hold. */
const NEAR_ROWS = 2;

/** How far a digit may reach under or over its neighbour, in pixels. */
const OVERLAP = 3;

/**
 * First and last pixel of ink in each row; in a row without ink, first > last.
 */
interface Profile {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Where the next digit may stand. */
interface Edge {
  /** For each row of the line, the last pixel of ink so far. */
  readonly rows: Int32Array;
  /** The last of all. */
  last: number;
}

/** Marks a row without ink: far enough to the left to keep nothing away. */
const NO_INK = -(2 ** 20);

/**
 * Writes digits as one picture.
 *
 * @param digits `n * 784` bytes, n from 1, 0 paper, 255 ink.
 * @param spaces For each digit, how many spaces are before it.
 * @param seed Decides gaps and baseline, 0 to 2^32 - 1.
 * @returns A picture {@linkcode LINE_HEIGHT} pixels high, as wide as its ink
 *   and margins.
 */
export function writeNumber(
  digits: Uint8Array,
  spaces: readonly number[],
  seed: number,
): GreyImage {
  const count = digits.length / IMAGE_PIXELS;
  const mean = writtenHand(seed).between(GAP.least, GAP.most);
  const edge: Edge = {
    rows: new Int32Array(LINE_HEIGHT).fill(NO_INK),
    last: NO_INK,
  };
  const places: { left: number; top: number }[] = [];
  let wander = 0;
  for (let i = 0; i < count; i++) {
    const random = writtenPlace(seed, i);
    const gap = Math.round(mean + random.between(-GAP_JITTER, GAP_JITTER));
    // Pulled back towards the line, so that a long number does not drift.
    wander = 0.6 * wander + random.between(-1, 1);
    const digit = imageAt(digits, i);
    const profile = profileOf(digit);
    const top = BASELINE - lastRow(profile) +
      Math.max(-WANDER, Math.min(WANDER, Math.round(wander)));
    const left = i === 0
      ? MARGIN - firstColumn(profile)
      : placeBeside(edge, profile, top, gap) + SPACE * spaces[i]!;
    advance(edge, profile, left, top);
    places.push({ left, top });
  }
  return compose(digits, places, edge.last + 1 + MARGIN);
}

/**
 * Counts the spaces before each digit of a text.
 *
 * @param text Digits and spaces.
 *
 * @example
 * ```ts
 * import { spacesBefore } from "./written_number.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(spacesBefore("030 12"), [0, 0, 0, 1, 0]);
 * ```
 */
export function spacesBefore(text: string): number[] {
  return Array.from(text.matchAll(/( *)\d/g), ([, spaces]) => spaces!.length);
}

/** The leftmost position at which a digit keeps its gap. */
function placeBeside(
  { rows, last }: Edge,
  profile: Profile,
  top: number,
  gap: number,
): number {
  let left = last + 1 - OVERLAP - firstColumn(profile);
  for (let y = 0; y < IMAGE_SIZE; y++) {
    if (profile.first[y]! > profile.last[y]!) continue;
    for (let near = -NEAR_ROWS; near <= NEAR_ROWS; near++) {
      const ink = rows[top + y + near] ?? NO_INK;
      left = Math.max(left, ink + 1 + gap - profile.first[y]!);
    }
  }
  return left;
}

function advance(edge: Edge, profile: Profile, left: number, top: number) {
  for (let y = 0; y < IMAGE_SIZE; y++) {
    if (profile.first[y]! > profile.last[y]!) continue;
    const last = left + profile.last[y]!;
    edge.rows[top + y] = Math.max(edge.rows[top + y]!, last);
    edge.last = Math.max(edge.last, last);
  }
}

function compose(
  digits: Uint8Array,
  places: readonly { left: number; top: number }[],
  width: number,
): GreyImage {
  const pixels = new Uint8Array(width * LINE_HEIGHT);
  places.forEach(({ left, top }, i) => {
    const digit = imageAt(digits, i);
    for (let y = 0; y < IMAGE_SIZE; y++) {
      for (let x = 0; x < IMAGE_SIZE; x++) {
        const ink = digit[y * IMAGE_SIZE + x]!;
        const [column, row] = [left + x, top + y];
        const isOutside = column < 0 || column >= width || row < 0 ||
          row >= LINE_HEIGHT;
        if (ink === 0 || isOutside) continue;
        const at = row * width + column;
        pixels[at] = Math.max(pixels[at]!, ink);
      }
    }
  });
  return { width, height: LINE_HEIGHT, pixels };
}

function imageAt(digits: Uint8Array, i: number): Uint8Array {
  return digits.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
}

function profileOf(digit: Uint8Array): Profile {
  const first = new Int32Array(IMAGE_SIZE).fill(IMAGE_SIZE);
  const last = new Int32Array(IMAGE_SIZE).fill(-1);
  for (let y = 0; y < IMAGE_SIZE; y++) {
    for (let x = 0; x < IMAGE_SIZE; x++) {
      if (digit[y * IMAGE_SIZE + x]! < GAP_INK) continue;
      first[y] = Math.min(first[y]!, x);
      last[y] = x;
    }
  }
  if (last.every((column) => column < 0)) {
    // A blank digit takes up the space of a point on the line.
    first[IMAGE_SIZE - 1] = last[IMAGE_SIZE - 1] = IMAGE_SIZE / 2;
  }
  return { first, last };
}

/** The first column with ink. */
function firstColumn({ first }: Profile): number {
  return Math.min(...first);
}

/** The last row with ink. */
function lastRow({ last }: Profile): number {
  return last.findLastIndex((column) => column >= 0);
}
