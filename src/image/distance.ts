/**
 * Distance to ink, for making strokes wider.
 *
 * @module
 */

/** Larger than any distance in the grids that this is used on. */
const FAR = 1e6;

/**
 * Distance of each cell to the nearest cell of ink, by sweeping steps of 1 and
 * square root of 2 down and up (a chamfer transform; at most 8 % too far).
 *
 * @param isInk `[height, width]`, 0 paper, else ink.
 * @param width Cells in a row.
 * @returns `[height, width]` distances in cells, 0 on ink.
 * @see G. Borgefors, "Distance transformations in digital images" (1986)
 */
export function distanceToInk(
  isInk: ArrayLike<number>,
  width: number,
): Float32Array {
  const height = isInk.length / width;
  const distances = new Float32Array(isInk.length);
  for (let i = 0; i < isInk.length; i++) distances[i] = isInk[i] ? 0 : FAR;
  const sweep = (at: number, x: number, y: number, step: number) => {
    const behind = y - step >= 0 && y - step < height ? at - step * width : -1;
    let nearest = distances[at]!;
    if (x - step >= 0 && x - step < width) {
      nearest = Math.min(nearest, distances[at - step]! + 1);
    }
    if (behind >= 0) {
      nearest = Math.min(nearest, distances[behind]! + 1);
      if (x > 0) {
        nearest = Math.min(nearest, distances[behind - 1]! + Math.SQRT2);
      }
      if (x < width - 1) {
        nearest = Math.min(nearest, distances[behind + 1]! + Math.SQRT2);
      }
    }
    distances[at] = nearest;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) sweep(y * width + x, x, y, 1);
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) sweep(y * width + x, x, y, -1);
  }
  return distances;
}
