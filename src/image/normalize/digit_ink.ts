/**
 * Isolates the digit's ink.
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
 * How far the soft edges of a digit's parts reach, as a share of its longer
 * side.
 */
const SOFT = 1 / 64;

/**
 * Erases ink that does not belong to the digit, and everything beyond the soft
 * edges of its parts: faint lines, smudges, noise.
 *
 * @param ink Ink on paper, 0 paper.
 * @param components All components of the picture.
 * @param digit Those that belong to the digit.
 */
export function inkOfDigit(
  { width, height, pixels }: GreyImage,
  { runs, labels }: Components,
  digit: readonly Component[],
): GreyImage {
  const reach = Math.max(2, Math.round(SOFT * Math.max(width, height)));
  const result = new Uint8Array(pixels.length);
  const kept = new Uint8Array(labels.reduce((a, b) => Math.max(a, b), 0) + 1);
  for (const { label } of digit) kept[label] = 1;
  labels.forEach((label, run) => {
    if (kept[label] === 0) return;
    const start = runs[2 * run]!;
    const y = Math.floor(start / width);
    const left = Math.max(0, start - y * width - reach);
    const right = Math.min(width, runs[2 * run + 1]! - y * width + reach);
    const bottom = Math.min(height, y + reach + 1);
    for (let row = Math.max(0, y - reach); row < bottom; row++) {
      const end = row * width + right;
      for (let at = row * width + left; at < end; at++) {
        result[at] = pixels[at]!;
      }
    }
  });
  labels.forEach((label, run) => {
    if (kept[label] === 0) result.fill(0, runs[2 * run], runs[2 * run + 1]);
  });
  return { width, height, pixels: result };
}

/**
 * Shares of full ink for each level, linear from paper to ink.
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
