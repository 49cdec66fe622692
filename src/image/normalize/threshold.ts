/**
 * Splits grey levels into two classes.
 *
 * @module
 */

/** Two classes of levels, and how clearly they differ. */
export interface LevelSplit {
  /** The highest level of the lower class. */
  readonly threshold: number;
  /** Mean of the lower class. */
  readonly low: number;
  /** Mean of the upper class; `low` where there is no upper class. */
  readonly high: number;
  /** Share of the values that are in the upper class. */
  readonly share: number;
  /**
   * Distance of the means in standard deviations within the classes. Noise
   * alone splits at about 2.7, and 3.5 for evenly spread levels.
   */
  readonly separation: number;
}

/**
 * Otsu's threshold: the one between whose classes the variance is largest.
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
    // A level that does not occur parts the others as the one before did.
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
  // The variance within the classes is what is left of the whole. Rounding to
  // bytes alone leaves 1/12, which also keeps two pure levels finite.
  const within = Math.max(1 / 12, squares / (count || 1) - mean ** 2 - between);
  const separation = (split.high - split.low) / Math.sqrt(within);
  return { ...split, separation };
}

/** Darkening of paper by ink, of 255, below which a picture is blank. */
const FAINTEST = 12;

/** Separation from which two classes are paper and ink, however alike. */
const CLEARLY_SEPARATE = 3.8;

/** Separation from which they can be, if ink is dark and rare. */
const HARDLY_SEPARATE = 3;

/** Least difference of paper and dark ink, of 255 levels. */
const DARK = 32;

/** The most that rare ink covers. */
const RARE = 0.3;

/**
 * Whether levels split into nothing but paper and its noise.
 *
 * Lines that are paler than a digit lie between paper and ink, which separates
 * the two less clearly. Then ink must be dark and rare: noise splits in halves.
 *
 * @param split As {@linkcode splitLevels} finds it in ink on paper.
 */
export function isBlank({ low, high, share, separation }: LevelSplit): boolean {
  if (high - low < FAINTEST) return true;
  if (separation >= CLEARLY_SEPARATE) return false;
  return separation < HARDLY_SEPARATE || high - low < DARK || share > RARE;
}

/** How often each of the 256 levels occurs. */
function countLevels(levels: Uint8Array): Int32Array {
  const counts = new Int32Array(256);
  // Most pixels equal the one before. Runs are counted at their end: adding to
  // the same count again and again has to wait for itself.
  let level = levels[0] ?? 0;
  let start = 0;
  for (let i = 1; i < levels.length; i++) {
    const next = levels[i]!;
    if (next === level) continue;
    counts[level] = counts[level]! + i - start;
    level = next;
    start = i;
  }
  counts[level] = counts[level]! + levels.length - start;
  return counts;
}
