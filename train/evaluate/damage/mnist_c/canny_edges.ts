/**
 * MNIST-C's edges: Canny's detector (1986).
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../../src/network/numbers.ts";
import { mapPixels } from "../corruption.ts";
import { gaussianBlur } from "../gaussian.ts";
import { sampled } from "../transform.ts";

const DEVIATION = 1;

/**
 * Gradients above this start an edge; those above the lower one continue it.
 */
const HIGH = 0.2;
const LOW = 0.1;

/** Only the ink's edges. */
export function cannyEdges(image: Float32Array): Float32Array {
  const smooth = gaussianBlur(image, DEVIATION);
  const at = (x: number, y: number): number => sampled(smooth, x, y);
  // Sobel's operator.
  const across = mapSigned((x, y) =>
    at(x + 1, y - 1) + 2 * at(x + 1, y) + at(x + 1, y + 1) -
    at(x - 1, y - 1) - 2 * at(x - 1, y) - at(x - 1, y + 1)
  );
  const down = mapSigned((x, y) =>
    at(x - 1, y + 1) + 2 * at(x, y + 1) + at(x + 1, y + 1) -
    at(x - 1, y - 1) - 2 * at(x, y - 1) - at(x + 1, y - 1)
  );
  const strength = across.map((value, i) =>
    Math.sqrt(value * value + down[i]! * down[i]!)
  );
  // Only the strongest along the gradient is an edge.
  const ridge = strength.map((value, i) => {
    if (value < LOW) return 0;
    const [x, y] = [i % IMAGE_SIZE, Math.floor(i / IMAGE_SIZE)];
    const longer = Math.max(Math.abs(across[i]!), Math.abs(down[i]!));
    const [dx, dy] = [across[i]! / longer, down[i]! / longer];
    const isRidge = value >= sampled(strength, x + dx, y + dy) &&
      value >= sampled(strength, x - dx, y - dy);
    return isRidge ? value : 0;
  });
  return connected(ridge);
}

/** Strong pixels, and weaker ones that they reach through neighbours. */
function connected(ridge: Float32Array): Float32Array {
  const edges = new Float32Array(ridge.length);
  const open: number[] = [];
  ridge.forEach((value, i) => {
    if (value >= HIGH) open.push(i);
  });
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    if (edges[i] === 1) continue;
    edges[i] = 1;
    const [x, y] = [i % IMAGE_SIZE, Math.floor(i / IMAGE_SIZE)];
    for (let row = Math.max(0, y - 1); row <= Math.min(27, y + 1); row++) {
      for (let k = Math.max(0, x - 1); k <= Math.min(27, x + 1); k++) {
        const next = row * IMAGE_SIZE + k;
        if (ridge[next]! > 0 && edges[next] === 0) open.push(next);
      }
    }
  }
  return edges;
}

/** Like `mapPixels`, of values of any sign. */
function mapSigned(value: (x: number, y: number) => number): Float32Array {
  return mapPixels(() => 0).map((_, i) =>
    value(i % IMAGE_SIZE, Math.floor(i / IMAGE_SIZE))
  );
}
