/**
 * The ink of the digit alone, without what else is in the picture.
 *
 * @module
 */

import type { Box, Component, Components } from "./components.ts";

/** Ink of a digit in a picture. */
export interface DigitInk {
  /** `[height, width]` levels, 0 where there is nothing of the digit. */
  readonly ink: Uint8Array;
  /** Pixels in a row. */
  readonly width: number;
  /** 256 shares of full ink, 0 to 1: what each level stands for; 0 for 0. */
  readonly shares: Float32Array;
}

/** Pixels around a box where the soft edges of its ink may lie. */
const MARGIN = 2;

/**
 * Takes the ink in and around the digit's box. Other parts' ink is left out;
 * soft edges around them are not told from the digit's own, and do no harm
 * where they are outside of the box.
 *
 * @param ink `[height, width]` levels.
 * @param width Pixels in a row.
 * @param components All components of the picture.
 * @param digit Those that belong to the digit.
 * @param box The box around them.
 */
export function inkOfDigit(
  ink: Uint8Array,
  width: number,
  { runs, labels, list }: Components,
  digit: readonly Component[],
  box: Box,
): Uint8Array {
  const result = new Uint8Array(ink.length);
  const left = Math.max(0, box.left - MARGIN);
  const right = Math.min(width, box.right + MARGIN);
  const bottom = Math.min(ink.length / width, box.bottom + MARGIN);
  for (let y = Math.max(0, box.top - MARGIN); y < bottom; y++) {
    const row = y * width;
    result.set(ink.subarray(row + left, row + right), row + left);
  }
  if (digit.length === list.length) return result;
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
 * @param high Level of full ink, above `low`.
 */
export function sharesOfLevels(low: number, high: number): Float32Array {
  const shares = new Float32Array(256);
  for (let level = 0; level < shares.length; level++) {
    shares[level] = Math.min(1, Math.max(0, (level - low) / (high - low)));
  }
  return shares;
}
