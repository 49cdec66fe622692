/**
 * Lines of one pixel in the middle of strokes.
 *
 * @module
 */

/** Neighbours of a pixel, clockwise from the one above. */
const AROUND = [
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
] as const;

/**
 * Thins strokes to lines of one pixel that keep their connections.
 *
 * @param ink `[height, width]`, 1 for ink and 0 for paper; the border is paper.
 * @param width Pixels in a row.
 * @see T. Y. Zhang and C. Y. Suen, "A fast parallel algorithm for thinning
 * digital patterns", Communications of the ACM 27 (1984)
 */
export function thin(ink: Uint8Array, width: number): Uint8Array {
  const result = ink.slice();
  const offsets = AROUND.map(([x, y]) => y * width + x);
  for (let pass = 0, changed = 2; changed > 0; pass++) {
    const isFirst = pass % 2 === 0;
    const gone: number[] = [];
    for (let at = width; at < result.length - width; at++) {
      if (result[at] === 0) continue;
      const around = offsets.map((offset) => result[at + offset]!);
      if (isRemovable(around, isFirst)) gone.push(at);
    }
    for (const at of gone) result[at] = 0;
    changed = gone.length > 0 ? 2 : changed - 1;
  }
  return result;
}

function isRemovable(around: readonly number[], isFirst: boolean): boolean {
  const count = around.reduce((sum, value) => sum + value, 0);
  if (count < 2 || count > 6) return false;
  let crossings = 0;
  for (let i = 0; i < 8; i++) {
    if (around[i] === 0 && around[(i + 1) % 8] === 1) crossings++;
  }
  if (crossings !== 1) return false;
  const [north, , east, , south, , west] = around;
  return isFirst
    ? north! * east! * south! === 0 && east! * south! * west! === 0
    : north! * east! * west! === 0 && north! * south! * west! === 0;
}
