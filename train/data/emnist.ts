/**
 * The peculiarities of EMNIST (Cohen et al. 2017, arXiv 1702.05373): its file
 * names, and its transposed images.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../../src/network/numbers.ts";
import type { Dataset } from "./dataset.ts";

/** The splits of EMNIST that have only digits, the larger first. */
export const EMNIST_SPLITS = ["digits", "mnist"] as const;

/** Whether a file is named as EMNIST's are. */
export function isEmnist(name: string): boolean {
  return name.startsWith("emnist-");
}

/** The same images with rows and columns exchanged. */
export function transposed({ images, labels, count }: Dataset): Dataset {
  const turned = new Uint8Array(images.length);
  for (let start = 0; start < images.length; start += IMAGE_PIXELS) {
    for (let y = 0; y < IMAGE_SIZE; y++) {
      for (let x = 0; x < IMAGE_SIZE; x++) {
        turned[start + x * IMAGE_SIZE + y] =
          images[start + y * IMAGE_SIZE + x]!;
      }
    }
  }
  return { images: turned, labels, count };
}
