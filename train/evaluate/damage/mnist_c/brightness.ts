/**
 * MNIST-C's brightness.
 *
 * @module
 */

import type { Corruption } from "../corruption.ts";

/** Added to every pixel. */
const ADDED = 0.5;

/** Paper half as dark as ink. */
export const brightness: Corruption = (image) =>
  image.map((ink) => Math.min(1, ink + ADDED));
