/**
 * MNIST-C's stripe.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../../src/network/numbers.ts";

/** Columns at each side. */
const SIDE = 7;

/** Inverts the image except for a stripe in the middle. */
export function stripe(image: Float32Array): Float32Array {
  return image.map((ink, i) => {
    const x = i % IMAGE_SIZE;
    return x < SIDE || x >= IMAGE_SIZE - SIDE ? 1 - ink : ink;
  });
}
