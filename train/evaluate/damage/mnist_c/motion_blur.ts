/**
 * MNIST-C's motion blur: half a Gaussian along a direction.
 *
 * @module
 */

import type { Random } from "../../../../src/network/random.ts";
import { mapPixels } from "../corruption.ts";
import { sampled } from "../transform.ts";

const DEVIATION = 3;

/** Length of the kernel in pixels. */
const LENGTH = 21;

const WEIGHTS = Array.from(
  { length: LENGTH },
  (_, i) => Math.exp(-(i ** 2) / (2 * DEVIATION ** 2)),
);

const SUM = WEIGHTS.reduce((total, weight) => total + weight, 0);

/** As by a camera that moved, up to 45 degrees from the horizontal. */
export function motionBlur(image: Float32Array, random: Random): Float32Array {
  const angle = random.between(-Math.PI / 4, Math.PI / 4);
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  return mapPixels((x, y) =>
    WEIGHTS.reduce(
      (sum, weight, i) =>
        sum + weight * sampled(image, x + i * across, y + i * down),
      0,
    ) / SUM
  );
}
