/**
 * Ranges of activations, and the scales of their codes.
 *
 * @module
 */

import { CODE_MAX } from "../../src/network/arithmetic.ts";
import type { InputQuantization } from "../../src/network/quantized.ts";

/** The range of an activation, as real numbers. */
export interface ActivationRange {
  /** Its smallest value. */
  readonly min: number;
  /** Its largest value. */
  readonly max: number;
}

/** Smallest scale of an activation, for example of one that is always 0. */
const LEAST_SCALE = 1e-6;

/** The codes of a vector input, which may be negative. */
export function codedInput({ min, max }: ActivationRange): InputQuantization {
  const low = Math.min(min, 0);
  const high = Math.max(max, 0);
  const span = Math.max(high - low, LEAST_SCALE * CODE_MAX);
  const zeroPoint = Math.round((0 - low) / span * CODE_MAX);
  // Both ends must have a code, even after rounding moves the zero point.
  const scale = Math.fround(Math.max(
    zeroPoint > 0 ? -low / zeroPoint : 0,
    zeroPoint < CODE_MAX ? high / (CODE_MAX - zeroPoint) : 0,
    LEAST_SCALE,
  ));
  return { encoding: "codes", scale, zeroPoint };
}

/** The scale of an activation that is at least 0. */
export function activationScale({ max }: ActivationRange): number {
  return Math.fround(Math.max(max / CODE_MAX, LEAST_SCALE));
}

/**
 * Finds a range.
 *
 * @throws {TypeError} if there is none with that name.
 * @throws {RangeError} if it is not finite.
 */
export function rangeOf(
  ranges: ReadonlyMap<string, ActivationRange>,
  name: string,
): ActivationRange {
  const range = ranges.get(name);
  if (range === undefined) {
    throw new TypeError(`no range for "${name}"`);
  }
  if (!Number.isFinite(range.min) || !Number.isFinite(range.max)) {
    throw new RangeError(
      `range of "${name}" is ${range.min} to ${range.max}, expected numbers`,
    );
  }
  return range;
}
