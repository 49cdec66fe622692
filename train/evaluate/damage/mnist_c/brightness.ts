/**
 * MNIST-C's brightness.
 *
 * @module
 */

/** Added to every pixel. */
const ADDED = 0.5;

/** Paper half as dark as ink. */
export function brightness(image: Float32Array): Float32Array {
  return image.map((ink) => Math.min(1, ink + ADDED));
}
