/**
 * MNIST-C's fog: a plasma fractal laid over the image.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { mapPixels } from "../corruption.ts";

/** Side of the fractal, a power of two. */
const SIDE = 256;

/** Fog at its thickest, ink being 1. */
const THICKNESS = 3;

/** Divisor of the fractal's detail from one size to the next: 1.4 squared. */
const FALL = 1.96;

/** The corner of a fractal over the image, dimmed so that ink in fog stays within 1. */
export function fog(image: Float32Array, random: Random): Float32Array {
  const plasma = plasmaFractal(random);
  const most = Math.max(...image);
  return mapPixels((x, y, i) =>
    (image[i]! + THICKNESS * plasma[y * SIDE + x]!) * most / (most + THICKNESS)
  );
}

/** The diamond-square algorithm (Fournier, Fussell and Carpenter 1982) on a torus, in [0, 1]. */
function plasmaFractal(random: Random): Float64Array {
  const map = new Float64Array(SIDE * SIDE);
  const at = (x: number, y: number): number =>
    map[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))]!;
  let detail = 1;
  for (let step = SIDE; step >= 2; step /= 2, detail /= FALL) {
    const half = step / 2;
    for (let y = half; y < SIDE; y += step) {
      for (let x = half; x < SIDE; x += step) {
        const sum = at(x - half, y - half) + at(x + half, y - half) +
          at(x - half, y + half) + at(x + half, y + half);
        map[y * SIDE + x] = sum / 4 + random.between(-detail, detail);
      }
    }
    for (let y = 0; y < SIDE; y += half) {
      for (let x = (y + half) % step; x < SIDE; x += step) {
        const sum = at(x - half, y) + at(x + half, y) + at(x, y - half) +
          at(x, y + half);
        map[y * SIDE + x] = sum / 4 + random.between(-detail, detail);
      }
    }
  }
  let [least, most] = [Infinity, -Infinity];
  for (const height of map) {
    least = Math.min(least, height);
    most = Math.max(most, height);
  }
  return map.map((height) => (height - least) / (most - least));
}
