/**
 * Images that a training has not seen.
 *
 * @module
 */

import { normalize } from "../../src/image/normalize/normalize.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../src/network/numbers.ts";
import { type Dataset, subset } from "./dataset.ts";

/**
 * The images of a dataset that training data lacks: as they are, and as the
 * image path lays them out, which is how pictures of them were read.
 *
 * @param dataset Where to take them from.
 * @param training What a model was trained on.
 *
 * @example
 * ```ts
 * import { unseenImages } from "./unseen.ts";
 * import assert from "node:assert/strict";
 *
 * const images = new Uint8Array(2 * 784);
 * images[0] = 255;
 * const two = { images, labels: Uint8Array.of(5, 0), count: 2 };
 * const first = { images: images.slice(0, 784), labels: Uint8Array.of(5), count: 1 };
 * assert.deepEqual(unseenImages(two, first).labels, Uint8Array.of(0));
 * ```
 */
export function unseenImages(dataset: Dataset, training: Dataset): Dataset {
  const seen = new Set<number>();
  for (let i = 0; i < training.count; i++) seen.add(hash(imageAt(training, i)));
  const unseen: number[] = [];
  for (let i = 0; i < dataset.count; i++) {
    const pixels = imageAt(dataset, i);
    if (seen.has(hash(pixels)) || seen.has(hash(laidOut(pixels)))) continue;
    unseen.push(i);
  }
  return unseen.length === dataset.count ? dataset : subset(dataset, unseen);
}

function imageAt({ images }: Dataset, index: number): Uint8Array {
  return images.subarray(index * IMAGE_PIXELS, (index + 1) * IMAGE_PIXELS);
}

function laidOut(pixels: Uint8Array): Uint8Array {
  return normalize({ width: IMAGE_SIZE, height: IMAGE_SIZE, pixels }).pixels;
}

/** 53 bits of FNV-1a, twice: of a million images, hardly two are alike. */
function hash(pixels: Uint8Array): number {
  let [high, low] = [0x811c9dc5, 0x050c5d1f];
  for (const value of pixels) {
    high = Math.imul(high ^ value, 0x01000193);
    low = Math.imul(low ^ value, 0x010001b3);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
