/**
 * Splits grey levels into two classes.
 *
 * @module
 */

import { wordsOf } from "./words.ts";

/** Two classes of levels, and how distinct they are. */
export interface LevelSplit {
  /** The highest level of the lower class. */
  readonly threshold: number;
  /** Mean of the lower class. */
  readonly low: number;
  /** Mean of the upper class; equal to `low` if there is none. */
  readonly high: number;
  /** Share of the values in the upper class. */
  readonly share: number;
  /**
   * Distance between the means, in standard deviations within the classes. It
   * is about 2.7 for noise alone, and 3.5 for evenly distributed levels.
   */
  readonly separation: number;
}

/**
 * Otsu's threshold, which maximizes the variance between both classes.
 *
 * @param levels Any number of bytes.
 * @see N. Otsu, "A threshold selection method from gray-level histograms",
 * IEEE Transactions on Systems, Man, and Cybernetics 9 (1979)
 *
 * @example
 * ```ts
 * import { splitLevels } from "./threshold.ts";
 * import assert from "node:assert/strict";
 *
 * const { low, high } = splitLevels(Uint8Array.of(10, 12, 200, 11, 202));
 * assert.deepEqual({ low, high }, { low: 11, high: 201 });
 * ```
 */
export function splitLevels(levels: Uint8Array): LevelSplit {
  const counts = countLevels(levels);
  let total = 0;
  let squares = 0;
  for (let level = 0; level < 256; level++) {
    total += level * counts[level]!;
    squares += level * level * counts[level]!;
  }
  const count = levels.length;
  const mean = count > 0 ? total / count : 0;

  let best = { threshold: 255, low: mean, high: mean, share: 0, between: 0 };
  let below = 0;
  let belowTotal = 0;
  for (let threshold = 0; threshold < 255; threshold++) {
    // A level that does not occur divides the others like the one before.
    if (counts[threshold] === 0) continue;
    below += counts[threshold]!;
    belowTotal += threshold * counts[threshold]!;
    if (below === count) break;
    const low = belowTotal / below;
    const high = (total - belowTotal) / (count - below);
    const share = below / count;
    const between = share * (1 - share) * (high - low) ** 2;
    if (between <= best.between) continue;
    best = { threshold, low, high, share: 1 - share, between };
  }
  const { between, ...split } = best;
  // The variance within classes is the rest of the total. Rounding to bytes
  // alone contributes 1/12, which also keeps two pure levels finite.
  const within = Math.max(1 / 12, squares / (count || 1) - mean ** 2 - between);
  const separation = (split.high - split.low) / Math.sqrt(within);
  return { ...split, separation };
}

/** Minimum darkening of paper by ink, of 255; with less, a picture is blank. */
const FAINTEST = 12;

/** Separation at which two classes are always paper and ink. */
const CLEARLY_SEPARATE = 3.8;

/** Minimum separation of ink that is dark and rare. */
const HARDLY_SEPARATE = 3;

/** Minimum difference between paper and dark ink, of 255 levels. */
const DARK = 32;

/** Maximum share of rare ink. */
const RARE = 0.3;

/**
 * Whether levels contain only paper and its noise.
 *
 * Lines paler than the digit are between paper and ink, which reduces the
 * separation. Then ink must be dark and rare, because noise splits in halves.
 *
 * @param split From {@linkcode splitLevels}, of ink on paper.
 */
export function isBlank({ low, high, share, separation }: LevelSplit): boolean {
  if (high - low < FAINTEST) return true;
  if (separation >= CLEARLY_SEPARATE) return false;
  return separation < HARDLY_SEPARATE || high - low < DARK || share > RARE;
}

/** Share of the steps between pixels that are not edges. */
const NO_EDGES = 0.9;

/** Minimum step at edges, relative to the median step. */
const STEEPER = 4;

/** Minimum step at edges, relative to the difference between paper and ink. */
const STEEP = 0.25;

/**
 * Whether ink that {@linkcode isBlank} takes for noise has the edges of strokes:
 * many steps between neighbours are far larger than the median. Noise has steps
 * of all sizes, and a slope only small ones.
 *
 * @param ink Ink on paper.
 * @param width Pixels in a row.
 * @param split From {@linkcode splitLevels}, of the ink.
 */
export function hasEdges(
  ink: Uint8Array,
  width: number,
  { low, high, separation }: LevelSplit,
): boolean {
  if (separation < HARDLY_SEPARATE || high - low < DARK) return false;
  const steps = new Uint8Array(ink.length);
  for (let at = 1; at < ink.length; at++) {
    if (at % width > 0) steps[at] = Math.abs(ink[at]! - ink[at - 1]!);
  }
  steps.sort();
  const median = Math.max(1, steps[steps.length >> 1]!);
  const large = steps[Math.floor(NO_EDGES * steps.length)]!;
  return large >= STEEPER * median && large >= STEEP * (high - low);
}

/**
 * How often each of the 256 levels occurs. Equal words in a row are counted
 * once, and each byte of a word in a table of its own: adding to the same count
 * repeatedly would wait for each previous addition.
 */
function countLevels(levels: Uint8Array): Int32Array {
  const first = new Int32Array(256);
  const second = new Int32Array(256);
  const third = new Int32Array(256);
  const fourth = new Int32Array(256);
  const words = wordsOf(levels);
  for (let i = 0; i < words.length;) {
    const word = words[i]!;
    const start = i++;
    while (i < words.length && words[i] === word) i++;
    const times = i - start;
    first[word & 255]! += times;
    second[(word >> 8) & 255]! += times;
    third[(word >> 16) & 255]! += times;
    fourth[word >>> 24]! += times;
  }
  for (let level = 0; level < 256; level++) {
    first[level]! += second[level]! + third[level]! + fourth[level]!;
  }
  for (let i = 4 * words.length; i < levels.length; i++) {
    first[levels[i]!]! += 1;
  }
  return first;
}
