/**
 * The common form of all training data: bytes in one array. mnist.ts and
 * folder.ts load it; batches.ts makes batches.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../src/network/numbers.ts";

/** Labelled digit images. */
export interface Dataset {
  /** `count` images, one after the other, each 28x28 row-major, 0 paper, 255 ink. */
  readonly images: Uint8Array;
  /** `count` labels, 0 to 9. */
  readonly labels: Uint8Array;
  /** Number of images. */
  readonly count: number;
}

/** Data with or without a test set. */
export interface LoadedData {
  /** For training and validation; also for testing if there is no test set. */
  readonly train: Dataset;
  /** The test set, or null. */
  readonly test: Dataset | null;
}

/**
 * Copies some images and their labels into a new dataset.
 *
 * @param dataset Where to take them from.
 * @param indices Which ones, in the order wanted; an index may occur twice.
 * @throws {RangeError} If an index is not in the dataset.
 *
 * @example
 * ```ts
 * import { subset } from "./dataset.ts";
 * import assert from "node:assert/strict";
 *
 * const three = { images: new Uint8Array(3 * 784), labels: Uint8Array.of(5, 0, 4), count: 3 };
 * assert.deepEqual(subset(three, [2, 0]).labels, Uint8Array.of(4, 5));
 * ```
 */
export function subset(dataset: Dataset, indices: ArrayLike<number>): Dataset {
  const count = indices.length;
  const images = new Uint8Array(count * IMAGE_PIXELS);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const index = indices[i]!;
    const label = dataset.labels[index];
    if (label === undefined) {
      throw new RangeError(
        `index ${index} is outside the ${dataset.count} images`,
      );
    }
    labels[i] = label;
    images.set(
      dataset.images.subarray(index * IMAGE_PIXELS, (index + 1) * IMAGE_PIXELS),
      i * IMAGE_PIXELS,
    );
  }
  return { images, labels, count };
}

/**
 * Copies one image, as values in [0, 1].
 *
 * @param dataset Where it is.
 * @param index Which it is.
 * @param out Where to write its 784 values, from the beginning.
 */
export function copyImage(
  dataset: Dataset,
  index: number,
  out: Float32Array,
): void {
  const start = index * IMAGE_PIXELS;
  for (let i = 0; i < IMAGE_PIXELS; i++) {
    out[i] = dataset.images[start + i]! / 255;
  }
}
