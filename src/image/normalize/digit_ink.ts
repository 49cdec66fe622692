/**
 * The ink of the digit alone, without anything else in the picture.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import type { Component, Components } from "./components.ts";

/** Ink of a digit in a picture. */
export interface DigitInk {
  /** `[height, width]` levels, 0 outside of the digit. */
  readonly ink: Uint8Array;
  /** Pixels in a row. */
  readonly width: number;
  /** 256 shares of full ink, 0 to 1: what each level stands for; 0 for 0. */
  readonly shares: Float32Array;
}

/**
 * Erases all ink that does not belong to the digit. Soft edges around other
 * parts stay; they do no harm outside of the digit's box.
 *
 * @param ink Ink on paper, 0 paper.
 * @param components All components of the picture.
 * @param digit Those that belong to the digit.
 * @returns The same picture if all components do, else a copy.
 */
export function inkOfDigit(
  ink: GreyImage,
  { runs, labels, list }: Components,
  digit: readonly Component[],
): GreyImage {
  if (digit.length === list.length) return ink;
  const pixels = ink.pixels.slice();
  const kept = new Set(digit.map(({ label }) => label));
  labels.forEach((label, run) => {
    if (!kept.has(label)) pixels.fill(0, runs[2 * run], runs[2 * run + 1]);
  });
  return { ...ink, pixels };
}

/**
 * Shares of full ink that levels stand for, linear from paper to ink.
 *
 * @param low Level of paper, at least 0.
 * @param high Level of full ink, above `low` and at most 255.
 * @returns 256 shares, 0 to 1.
 */
export function sharesOfLevels(low: number, high: number): Float32Array {
  const shares = new Float32Array(256);
  for (let level = 0; level < shares.length; level++) {
    const share = (level - low) / (high - low);
    shares[level] = share < 0 ? 0 : share > 1 ? 1 : share;
  }
  return shares;
}
