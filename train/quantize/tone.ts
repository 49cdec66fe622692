/**
 * The tones of generated digits: which share of the pixels is paper, ink and
 * each grey between.
 *
 * A sigmoid hardly ever reaches 0 or 1, so generated paper has a faint fog that
 * scanned digits lack. Since the exported sigmoid is a table, applying a curve
 * to its bytes costs nothing at serving time.
 *
 * @module
 */

import {
  SIGMOID_ENTRIES,
  SIGMOID_STEPS,
} from "../../src/network/arithmetic.ts";
import type { QuantizedModel } from "../../src/network/quantized.ts";

/** Values of a byte. */
const LEVELS = 256;

/**
 * The curve that turns generated tones into real ones: each level becomes the
 * real level with the same share of pixels below it (histogram matching,
 * Gonzalez and Woods, Digital Image Processing).
 *
 * @param generated Pixel bytes of generated digits.
 * @param real Pixel bytes of real digits.
 * @returns The new level of each of 256, never falling.
 */
export function toneCurve(
  generated: Uint8Array,
  real: Uint8Array,
): Uint8Array {
  const shares = levelShares(generated);
  const realShares = levelShares(real);
  const curve = new Uint8Array(LEVELS);
  let below = 0;
  let level = 0;
  let reached = realShares[0]!;
  for (let from = 0; from < LEVELS; from++) {
    const middle = below + shares[from]! / 2;
    while (level < LEVELS - 1 && reached < middle) {
      level++;
      reached += realShares[level]!;
    }
    curve[from] = level;
    below += shares[from]!;
  }
  return curve;
}

/**
 * A generator that applies a tone curve to its pixels. Its test vector is
 * dropped, since it no longer holds.
 *
 * @throws {TypeError} if the model has no sigmoid table.
 */
export function withTone(
  { selfTest: _, ...model }: QuantizedModel,
  curve: Uint8Array,
): QuantizedModel {
  const { sigmoidTable } = model;
  if (!sigmoidTable) throw new TypeError("the model has no sigmoid table");
  return { ...model, sigmoidTable: sigmoidTable.map((v) => curve[v]!) };
}

/**
 * The byte that the engine would serve for a floating-point pixel: the entry of
 * the model's sigmoid table at the pixel's logit.
 */
export function tabulated(table: Uint8Array, pixel: number): number {
  const argument = Math.log(pixel / (1 - pixel));
  const index = Math.round(argument * SIGMOID_STEPS) + SIGMOID_ENTRIES / 2;
  return table[Math.max(0, Math.min(SIGMOID_ENTRIES - 1, index))]!;
}

function levelShares(pixels: Uint8Array): Float64Array {
  const counts = new Float64Array(LEVELS);
  for (const level of pixels) counts[level]!++;
  return counts.map((count) => count / pixels.length);
}
