/**
 * A square of hands: four in the corners, and between them all that lie in
 * between.
 *
 * @module
 */

/** Four hands, from the left and the top. */
export type Corners = readonly [
  topLeft: Uint8Array,
  topRight: Uint8Array,
  bottomLeft: Uint8Array,
  bottomRight: Uint8Array,
];

/** The greatest code. */
const MOST = 127;

/**
 * Mixes four hands. A plain mean would lie nearer to the average hand than any
 * of them, where digits look alike; so the mixture is moved halfway out again.
 *
 * @param corners Latents in codes, as the generator's `latents` returns them.
 * @param average The latent of the average hand, in codes.
 * @param x 0 left to 1 right.
 * @param y 0 top to 1 bottom.
 * @returns The latent at this place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { handAt } from "./hand_plane.ts";
 *
 * const [a, b] = [Uint8Array.of(84, 64), Uint8Array.of(64, 84)];
 * const average = Uint8Array.of(64, 64);
 * assert.deepEqual(handAt([a, b, a, b], average, 0, 0), a);
 * assert.deepEqual(handAt([a, b, a, b], average, 1, 1), b);
 * ```
 */
export function handAt(
  corners: Corners,
  average: Uint8Array,
  x: number,
  y: number,
): Uint8Array<ArrayBuffer> {
  const weights = [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y];
  // Independent hands: their variances add up.
  const length = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0));
  const outward = Math.sqrt(1 / length);
  return Uint8Array.from(average, (zero, i) => {
    const sum = weights.reduce(
      (total, weight, k) => total + weight * (corners[k]![i]! - zero),
      0,
    );
    return Math.max(0, Math.min(MOST, Math.round(zero + sum * outward)));
  });
}
