/**
 * Thicker and thinner strokes: a blend with the image's dilation or erosion (grey-scale
 * morphology, Serra 1982) by a pixel and its four neighbours. A full blend changes a stroke's
 * width by about two pixels of the usual three.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import { PADDED_ORIGIN, PADDED_STRIDE } from "./padded.ts";

/**
 * Minimum share of the ink that thinning leaves, so that no fine stroke is
 * lost.
 */
const LEAST_INK = 0.6;

/**
 * Thickens or thins the strokes of a padded image.
 *
 * @param source Padded, 31x31, 0 paper; not changed.
 * @param result Where to write the padded result; another array than `source`.
 * @param amount From -1, eroded, over 0, unchanged, to 1, dilated. Thinning
 * leaves at least 60 % of the ink.
 */
export function changeThickness(
  source: Float32Array,
  result: Float32Array,
  amount: number,
): void {
  let blend = Math.abs(amount);
  if (amount > 0) {
    dilate(source, result);
  } else {
    erode(source, result);
    const ink = sum(source);
    const lost = ink - sum(result);
    if (blend * lost > (1 - LEAST_INK) * ink) {
      blend = (1 - LEAST_INK) * ink / lost;
    }
  }
  for (let i = 0; i < result.length; i++) {
    result[i] = source[i]! + blend * (result[i]! - source[i]!);
  }
}

function dilate(source: Float32Array, result: Float32Array): void {
  for (let y = 0; y < IMAGE_SIZE; y++) {
    const row = PADDED_ORIGIN + y * PADDED_STRIDE;
    for (let i = row; i < row + IMAGE_SIZE; i++) {
      const sides = Math.max(source[i - 1]!, source[i + 1]!);
      const above = source[i - PADDED_STRIDE]!;
      const below = source[i + PADDED_STRIDE]!;
      result[i] = Math.max(source[i]!, sides, above, below);
    }
  }
}

function erode(source: Float32Array, result: Float32Array): void {
  for (let y = 0; y < IMAGE_SIZE; y++) {
    const row = PADDED_ORIGIN + y * PADDED_STRIDE;
    for (let i = row; i < row + IMAGE_SIZE; i++) {
      const sides = Math.min(source[i - 1]!, source[i + 1]!);
      const above = source[i - PADDED_STRIDE]!;
      const below = source[i + PADDED_STRIDE]!;
      result[i] = Math.min(source[i]!, sides, above, below);
    }
  }
}

function sum(values: Float32Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
