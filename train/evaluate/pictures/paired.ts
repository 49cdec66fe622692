/**
 * Difficult pictures beside plain ones of the same digits: what the image path
 * loses, and what the recognizer reads wrong in any picture.
 *
 * @module
 */

import { type LabelledInput, type PictureReader, tally } from "./tally.ts";

/** Counts of readings, each beside that of the digit's plain picture. */
export interface PairedTally {
  /** Pictures that have a plain one. */
  readonly count: number;
  /** Plain pictures read right. */
  readonly plainRight: number;
  /** Plain pictures read wrong and not rejected. */
  readonly plainSilentlyWrong: number;
  /** Read wrong, while the plain picture is read right. */
  readonly lost: number;
  /** Those of them that are not rejected. */
  readonly lostSilently: number;
  /** Read right, while the plain picture is read wrong. */
  readonly gained: number;
}

/** Reads inputs and their plain pictures. */
export function tallyPairs(
  inputs: Iterable<LabelledInput>,
  read: PictureReader,
): PairedTally {
  const counts = {
    count: 0,
    plainRight: 0,
    plainSilentlyWrong: 0,
    lost: 0,
    lostSilently: 0,
    gained: 0,
  };
  for (const { plain, ...input } of inputs) {
    if (plain === undefined) continue;
    const own = tally([input], read);
    const other = tally([{ ...input, image: plain() }], read);
    counts.count++;
    counts.plainRight += other.right;
    counts.plainSilentlyWrong += other.silentlyWrong;
    if (own.right > other.right) counts.gained++;
    if (own.right >= other.right) continue;
    counts.lost++;
    counts.lostSilently += own.silentlyWrong;
  }
  return counts;
}
