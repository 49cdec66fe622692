/**
 * The soft lines that two of MNIST-C's corruptions draw.
 *
 * @module
 */

/** Distance from the line at which its ink has faded, in pixels. */
const REACH = 2.3;

/** A place, [x, y]. */
export type Place = readonly [number, number];

/**
 * The ink of a line at a pixel, measured up and down: 1 on the line, fading by a logarithm.
 *
 * @param from Its left end.
 * @param to Its right end, in another column.
 */
export function softLine(from: Place, to: Place, x: number, y: number): number {
  if (x < Math.floor(from[0]) || x >= Math.ceil(to[0])) return 0;
  const slope = (to[1] - from[1]) / (to[0] - from[0]);
  const distance = Math.abs(y - from[1] - slope * (x - from[0]));
  if (distance >= REACH) return 0;
  return Math.max(0, 1 + Math.log(1 - distance / REACH));
}
