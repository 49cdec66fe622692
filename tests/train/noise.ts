import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { Random } from "../../src/network/random.ts";
import type { Dataset } from "../../train/data/dataset.ts";

/** Noise with labels: unlike zeros, it cannot hide a wrong computation. */
export function noise(count: number, seed = 5): Dataset {
  const random = new Random(seed);
  return {
    images: Uint8Array.from(
      { length: count * IMAGE_PIXELS },
      () => random.below(256),
    ),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
    count,
  };
}
