/**
 * Measures how many damaged digits a recognizer reads right.
 *
 * @module
 */

import { normalize } from "../../../src/image/normalize/normalize.ts";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { damageOf } from "../../../src/network/streams.ts";
import type { Recognizer } from "../../../src/recognizer.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { DamageMetrics } from "../../models/metrics.ts";
import { countRecognized } from "../int8_accuracy.ts";
import { CLIENT_DAMAGES } from "./client/mod.ts";
import type { Corruption } from "./corruption.ts";
import { MNIST_C } from "./mnist_c/mod.ts";
import type { Damage } from "./picture.ts";

/**
 * Measures a recognizer on every kind of damage, applied once to each image.
 *
 * @param dataset The validation split for choices, or the test images for
 * reports.
 * @param seed Seed of every damage.
 */
export async function* measureDamage(
  recognizer: Pick<Recognizer, "recognize">,
  dataset: Dataset,
  seed = 1,
): AsyncGenerator<DamageMetrics> {
  let kind = 0;
  for (const [name, damage] of CLIENT_DAMAGES) {
    const harmed = await damaged(dataset, damage, seed, kind++);
    const accuracy = countRecognized(recognizer, harmed) / dataset.count;
    yield { suite: "client", name, accuracy };
  }
  for (const [name, corruption] of MNIST_C) {
    const harmed = corrupted(dataset, corruption, seed, kind++);
    const accuracy = countRecognized(recognizer, harmed) / dataset.count;
    yield { suite: "mnist_c", name, accuracy };
  }
}

/** Every image as a damaged picture, read through the image path. */
export async function damaged(
  dataset: Dataset,
  damage: Damage,
  seed: number,
  kind: number,
): Promise<Dataset> {
  const images = new Uint8Array(dataset.count * IMAGE_PIXELS);
  for (let i = 0; i < dataset.count; i++) {
    const picture = await damage(imageOf(dataset, i), damageOf(seed, kind, i));
    images.set(normalize(picture).pixels, i * IMAGE_PIXELS);
  }
  return { ...dataset, images };
}

/** Every image as a damaged picture; the kinds of damage alternate. */
export async function damagedInTurn(
  dataset: Dataset,
  seed: number,
): Promise<Dataset> {
  const damages = [...CLIENT_DAMAGES.values()];
  const images = new Uint8Array(dataset.count * IMAGE_PIXELS);
  for (let i = 0; i < dataset.count; i++) {
    const kind = i % damages.length;
    const picture = await damages[kind]!(
      imageOf(dataset, i),
      damageOf(seed, kind, i),
    );
    images.set(normalize(picture).pixels, i * IMAGE_PIXELS);
  }
  return { ...dataset, images };
}

/** Every image corrupted. */
export function corrupted(
  dataset: Dataset,
  corruption: Corruption,
  seed: number,
  kind: number,
): Dataset {
  const images = new Uint8Array(dataset.count * IMAGE_PIXELS);
  for (let i = 0; i < dataset.count; i++) {
    const image = Float32Array.from(imageOf(dataset, i), (ink) => ink / 255);
    const harmed = corruption(image, damageOf(seed, kind, i));
    images.set(
      harmed.map((ink) => Math.round(255 * ink)),
      i * IMAGE_PIXELS,
    );
  }
  return { ...dataset, images };
}

function imageOf({ images }: Dataset, i: number): Uint8Array {
  return images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
}
