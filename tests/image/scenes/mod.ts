/**
 * Test pictures of every kind that people send, drawn by program: the same
 * seed draws the same picture.
 *
 * @module
 */

import { Random } from "../../../src/network/random.ts";
import { type DigitSource, templateDigit } from "./digit_strokes.ts";
import * as light from "./light.ts";
import * as lines from "./lines.ts";
import * as plain from "./plain.ts";
import * as sent from "./sent.ts";
import type { LabelledPicture, Scene } from "./scene.ts";

export { NO_DIGIT } from "./digit_strokes.ts";
export type { DigitSource, DigitStrokes } from "./digit_strokes.ts";
export type { LabelledPicture, Scene } from "./scene.ts";

/** All kinds of pictures, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  ...plain,
  ...lines,
  ...light,
  ...sent,
};

/** Keeps scenes apart from other streams of the same seed. */
const STREAM = 0x5ce7e;

/**
 * Draws the pictures of one kind.
 *
 * @param name A name in {@linkcode SCENES}.
 * @param count How many.
 * @param seed Names the pictures.
 * @param digits Where the digits come from.
 * @throws {RangeError} There is no such kind.
 */
export function* drawScenes(
  name: string,
  count: number,
  seed = 1,
  digits: DigitSource = templateDigit,
): Generator<LabelledPicture> {
  const scene = SCENES[name];
  if (scene === undefined) throw new RangeError(`There is no scene ${name}`);
  for (let i = 0; i < count; i++) {
    yield scene(new Random(STREAM, seed, i), digits);
  }
}
