/**
 * Joins datasets, and creates them image by image.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import type { Dataset } from "./dataset.ts";
import { pauses } from "./pauses.ts";

/**
 * Concatenates datasets, copying them.
 *
 * @example
 * ```ts
 * import { join } from "./join.ts";
 * import assert from "node:assert/strict";
 *
 * const one = { images: new Uint8Array(784), labels: Uint8Array.of(5), count: 1 };
 * assert.deepEqual(join([one, one]).labels, Uint8Array.of(5, 5));
 * ```
 */
export function join(datasets: readonly Dataset[]): Dataset {
  const count = datasets.reduce((sum, dataset) => sum + dataset.count, 0);
  const images = new Uint8Array(count * IMAGE_PIXELS);
  const labels = new Uint8Array(count);
  let place = 0;
  for (const dataset of datasets) {
    images.set(dataset.images, place * IMAGE_PIXELS);
    labels.set(dataset.labels, place);
    place += dataset.count;
  }
  return { images, labels, count };
}

/**
 * Creates a dataset image by image. Tens of thousands take a minute, so Ctrl-C
 * and other events are handled in between.
 *
 * @param count How many.
 * @param label Returns the label of the image at a place.
 * @param image Returns the 784 bytes of that image.
 * @param signal Stops when aborted.
 * @throws The signal's reason, if it is aborted.
 */
export async function makeDataset(
  count: number,
  label: (place: number) => number,
  image: (place: number) => Uint8Array,
  signal?: AbortSignal,
): Promise<Dataset> {
  const images = new Uint8Array(count * IMAGE_PIXELS);
  const labels = new Uint8Array(count);
  const pause = pauses(signal);
  for (let i = 0; i < count; i++) {
    await pause();
    images.set(image(i), i * IMAGE_PIXELS);
    labels[i] = label(i);
  }
  return { images, labels, count };
}
