/**
 * Chamfer distance by its definition: the length of the shortest path to ink.
 *
 * @module
 */

/**
 * Lengths of the shortest paths from each cell to one of ink, over steps of 1
 * to the sides and of the square root of 2 along diagonals (Bellman and Ford).
 */
export function shortestPaths(
  isInk: readonly boolean[],
  width: number,
): number[] {
  let lengths = isInk.map((ink) => ink ? 0 : Infinity);
  for (let round = 0; round < isInk.length; round++) {
    const next = lengths.map((length, at) => {
      let shortest = length;
      for (const dy of [-1, 0, 1]) {
        for (const dx of [-1, 0, 1]) {
          const x = at % width + dx;
          const neighbour = lengths[at + dy * width + dx];
          if (x < 0 || x >= width || neighbour === undefined) continue;
          shortest = Math.min(shortest, neighbour + Math.hypot(dx, dy));
        }
      }
      return shortest;
    });
    if (next.every((length, at) => length === lengths[at])) break;
    lengths = next;
  }
  return lengths;
}
