/**
 * The ink of the digit alone, without what else is in the picture.
 *
 * @module
 */

import type { Component, Components } from "./components.ts";

/** Ink of a digit in a picture. */
export interface DigitInk {
  /** `[height, width]` levels, 0 where there is nothing of the digit. */
  readonly ink: Uint8Array;
  /** Pixels in a row. */
  readonly width: number;
  /** 256 shares of full ink, 0 to 1: what each level stands for; 0 for 0. */
  readonly shares: Float32Array;
}

/**
 * Leaves out the ink of what does not belong to the digit. Soft edges around it
 * are not told from the digit's own, and do no harm where they are outside of
 * its box.
 *
 * @param ink `[height, width]` levels.
 * @param components All components of the picture.
 * @param digit Those that belong to the digit.
 * @returns The same ink if all components do, else a copy.
 */
export function inkOfDigit(
  ink: Uint8Array,
  { runs, labels, list }: Components,
  digit: readonly Component[],
): Uint8Array {
  if (digit.length === list.length) return ink;
  const result = ink.slice();
  const kept = new Set(digit.map(({ label }) => label));
  labels.forEach((label, run) => {
    if (!kept.has(label)) result.fill(0, runs[2 * run], runs[2 * run + 1]);
  });
  return result;
}

/**
 * What levels stand for, as shares of full ink.
 *
 * @param low Level of paper, at least 0.
 * @param high Level of full ink, above `low` and at most 255.
 */
export function sharesOfLevels(low: number, high: number): Float32Array {
  const shares = new Float32Array(256);
  for (let level = 0; level < shares.length; level++) {
    const share = (level - low) / (high - low);
    shares[level] = share < 0 ? 0 : share > 1 ? 1 : share;
  }
  return shares;
}
