/**
 * How pictures of one kind were read.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import type { RecognizerAnswer } from "../../../src/recognizer.ts";

/** Reads a picture, as `/recognize` does. */
export type PictureReader = (image: GreyImage) => RecognizerAnswer;

/** A picture to read, and what it shows. */
export interface LabelledInput {
  /** Where it comes from, for a list of those read wrong. */
  readonly name: string;
  /** The digit that it shows; -1 for none. */
  readonly label: number;
  /** The picture. */
  readonly image: GreyImage;
  /** Draws the same digit with nothing else in the picture. */
  readonly plain?: () => GreyImage;
}

/** Counts of readings. */
export interface Tally {
  /** Pictures read. */
  readonly count: number;
  /** The best guess is the label, rejected or not; without a digit, rejected. */
  readonly right: number;
  /** Answers that are rejected, right or wrong. */
  readonly rejected: number;
  /** Wrong and not rejected. */
  readonly silentlyWrong: number;
  /** Those read wrong, with what was read. */
  readonly wrong: readonly { input: LabelledInput; answer: RecognizerAnswer }[];
}

/** Reads all inputs and counts. */
export function tally(
  inputs: Iterable<LabelledInput>,
  read: PictureReader,
): Tally {
  let [count, right, rejected, silentlyWrong] = [0, 0, 0, 0];
  const wrong: Tally["wrong"][number][] = [];
  for (const input of inputs) {
    const answer = read(input.image);
    count++;
    if (answer.rejected) rejected++;
    const isRight = input.label < 0
      ? answer.rejected
      : answer.digit === input.label;
    if (isRight) {
      right++;
      continue;
    }
    if (!answer.rejected) silentlyWrong++;
    wrong.push({ input, answer });
  }
  return { count, right, rejected, silentlyWrong, wrong };
}
