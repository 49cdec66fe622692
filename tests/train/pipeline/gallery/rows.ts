import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import { Random } from "../../../../src/network/random.ts";
import type { Dataset } from "../../../../train/data/dataset.ts";

/** Labels 0 to 9 in turn. */
export function labelsInTurn(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => i % 10);
}

/** The place of a digit's bright row. */
export function rowOf(digit: number): number {
  return (2 * digit + 4) * 28;
}

/** Noise below a bright row of the digit's own. */
export function rows(seed: number, labels: Uint8Array): Dataset {
  const random = new Random(seed);
  const images = Uint8Array.from(
    { length: labels.length * IMAGE_PIXELS },
    () => random.below(60),
  );
  labels.forEach((label, i) => {
    const at = i * IMAGE_PIXELS + rowOf(label);
    images.fill(220, at, at + 28);
  });
  return { images, labels, count: labels.length };
}

/** One image of a sheet. */
export function imageAt(images: Uint8Array, i: number): Uint8Array {
  return images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
}
