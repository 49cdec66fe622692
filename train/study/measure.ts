/**
 * Measures a study's recognizers.
 *
 * @module
 */

import { basename } from "node:path";
import { normalize } from "../../src/image/normalize/normalize.ts";
import type { Recognizer } from "../../src/recognizer.ts";
import { type Dataset, subset } from "../data/dataset.ts";
import { measureDamage } from "../evaluate/damage/suite.ts";
import { countRecognized } from "../evaluate/int8_accuracy.ts";
import { readFolder } from "../evaluate/pictures/folder_inputs.ts";
import { type LabelledInput, tally } from "../evaluate/pictures/tally.ts";

/** The test data. */
export interface StudyTests {
  /** Test images. */
  readonly test: Dataset;
  /** The first of them, which are read with every kind of damage. */
  readonly damaged: Dataset;
  /** Folders of labelled pictures, by name. */
  readonly pictures: ReadonlyMap<string, readonly LabelledInput[]>;
}

/**
 * Prepares the tests.
 *
 * @param damagedImages Maximum number of test images to read damaged.
 * @param folders Folders of pictures; those that can't be decoded are left out.
 * @param say Called with what was left out.
 * @throws {TypeError} If a folder has no labelled pictures.
 */
export async function studyTests(
  test: Dataset,
  damagedImages: number,
  folders: readonly string[],
  say: (line: string) => void,
): Promise<StudyTests> {
  const count = Math.min(damagedImages, test.count);
  const pictures = new Map<string, readonly LabelledInput[]>();
  for (const folder of folders) {
    const { inputs, refused } = await readFolder(folder);
    for (const reason of refused) say(`${folder}: left out ${reason}`);
    pictures.set(basename(folder), inputs);
  }
  const damaged = subset(
    test,
    Uint32Array.from({ length: count }, (_, i) => i),
  );
  return { test, damaged, pictures };
}

/** Names of the tests that are not folders. */
const TEST = "test images";
const SUITES = { client: "damage by clients", mnist_c: "MNIST-C's damage" };

/** A recognizer's accuracy, from 0 to 1, by test. */
export async function measureRecognizer(
  recognizer: Recognizer,
  { test, damaged, pictures }: StudyTests,
): Promise<Record<string, number>> {
  const accuracy: Record<string, number> = {
    [TEST]: countRecognized(recognizer, test) / test.count,
  };
  const suites = { client: [] as number[], mnist_c: [] as number[] };
  if (damaged.count > 0) {
    for await (const result of measureDamage(recognizer, damaged)) {
      suites[result.suite].push(result.accuracy);
    }
  }
  for (const suite of ["client", "mnist_c"] as const) {
    const found = suites[suite];
    if (found.length === 0) continue;
    accuracy[SUITES[suite]] = found.reduce((a, b) => a + b) / found.length;
  }
  for (const [name, inputs] of pictures) {
    const { right, count } = tally(
      inputs,
      (image) => recognizer.recognize(normalize(image).pixels)[0]!,
    );
    if (count > 0) accuracy[name] = right / count;
  }
  return accuracy;
}
