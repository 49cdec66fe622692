/**
 * Whether generated digits look like the digit that they were asked to be.
 *
 * @module
 */

import { CLASSES, IMAGE_PIXELS } from "../../src/network/numbers.ts";
import type { FloatNetwork } from "../network/inference.ts";
import { countCorrect } from "./accuracy.ts";

/** Digits that are generated at a time. */
const BATCH = 100;

/** Writes `n` digits: bytes, 784 an image, repeatable by seed. */
export type Generate = (digits: number[], seed: number) => Uint8Array;

/**
 * Share of generated digits that a judge reads as their label.
 *
 * @param judge A recognizer that was trained on real digits alone.
 * @param count How many to judge, as many of each digit; a multiple of 100.
 * @param seed Names the digits; each hundred takes the next seed.
 * @returns From 0 to 1.
 */
export async function labelAgreement(
  judge: FloatNetwork,
  generate: Generate,
  count: number,
  seed: number,
): Promise<number> {
  const digits = Array.from({ length: BATCH }, (_, i) => i % CLASSES);
  const images = new Uint8Array(count * IMAGE_PIXELS);
  const labels = new Uint8Array(count);
  for (let from = 0; from < count; from += BATCH) {
    images.set(generate(digits, seed + from / BATCH), from * IMAGE_PIXELS);
    labels.set(digits, from);
  }
  return await countCorrect(judge, { images, labels, count }) / count;
}
