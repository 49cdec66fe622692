/**
 * Gaussian blur.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";

/** Standard deviations at which the kernel ends. */
const TRUNCATE = 4;

/**
 * Blurs an image; the border's pixels are repeated beyond it.
 *
 * @param image 28x28, row-major; not changed.
 * @param deviation In pixels, above 0.
 */
export function gaussianBlur(
  image: Float32Array,
  deviation: number,
): Float32Array {
  const kernel = gaussianKernel(deviation);
  return alongRows(transposed(alongRows(transposed(image), kernel)), kernel);
}

function gaussianKernel(deviation: number): number[] {
  const radius = Math.round(TRUNCATE * deviation);
  const weights = Array.from(
    { length: 2 * radius + 1 },
    (_, i) => Math.exp(-((i - radius) ** 2) / (2 * deviation ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function alongRows(image: Float32Array, kernel: number[]): Float32Array {
  const radius = (kernel.length - 1) / 2;
  return image.map((_, i) => {
    const x = i % IMAGE_SIZE;
    const row = i - x;
    return kernel.reduce((sum, weight, k) => {
      const from = Math.min(IMAGE_SIZE - 1, Math.max(0, x + k - radius));
      return sum + weight * image[row + from]!;
    }, 0);
  });
}

function transposed(image: Float32Array): Float32Array {
  return image.map((_, i) =>
    image[(i % IMAGE_SIZE) * IMAGE_SIZE + Math.floor(i / IMAGE_SIZE)]!
  );
}
