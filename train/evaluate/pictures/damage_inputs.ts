/**
 * Digits as damaged pictures, as clients send them.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { damageOf } from "../../../src/network/streams.ts";
import type { Dataset } from "../../data/dataset.ts";
import { CLIENT_DAMAGES } from "../damage/client/mod.ts";
import type { LabelledInput } from "./tally.ts";

/**
 * Damages the first digits of a dataset in each way.
 *
 * @param dataset Where the digits come from.
 * @param count How many are damaged in each way.
 * @param seed Seed of every damage.
 * @returns Pictures by the name of their damage.
 */
export async function* damagedInputs(
  { images, labels, count: all }: Dataset,
  count: number,
  seed: number,
): AsyncGenerator<[string, LabelledInput[]]> {
  let kind = 0;
  for (const [name, damage] of CLIENT_DAMAGES) {
    const inputs: LabelledInput[] = [];
    for (let i = 0; i < Math.min(count, all); i++) {
      const digit = images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
      const image = await damage(digit, damageOf(seed, kind, i));
      inputs.push({ name: String(i), label: labels[i]!, image });
    }
    kind++;
    yield [`damage: ${name}`, inputs];
  }
}
