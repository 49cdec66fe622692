/**
 * A folder with a CSV of pixels for training, and optionally one for testing.
 *
 * @module
 */

import { join } from "node:path";
import type { LoadedData } from "./dataset.ts";
import { isEmnist, transposed } from "./emnist.ts";
import { isPixelCsv, readPixelCsv } from "./pixel_csv.ts";

/** Longer than any header of 785 names. */
const HEADER_BYTES = 65_536;

/**
 * Maximum bytes of a file; V8's strings hold at most twice as many characters.
 */
const LARGEST = 256 * 1024 * 1024;

/**
 * Names of a folder's files of labelled pixels. A CSV of another form, such as
 * Kaggle's test.csv, which has no labels, is not among them.
 *
 * @param names Names of the files in the folder.
 */
export async function pixelCsvNames(
  folder: string,
  names: Iterable<string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of [...names].sort()) {
    if (!/\.csv$/i.test(name)) continue;
    if (isPixelCsv(await firstLine(join(folder, name)))) found.push(name);
  }
  return found;
}

/**
 * Loads a file of labelled pixels, and the one with `test` in its name as test
 * set if there are two.
 *
 * @param names As {@linkcode pixelCsvNames} found them.
 * @throws {TypeError} If it is not clear which to train on, or a file is too large.
 * @throws {SyntaxError} If a file is malformed.
 * @throws {RangeError} If a label is not a digit, or a pixel out of range.
 */
export async function loadPixelCsvFolder(
  folder: string,
  names: readonly string[],
): Promise<LoadedData> {
  const isTest = (name: string): boolean => /test/i.test(name);
  const train = names.filter((name) => !isTest(name));
  const test = names.filter(isTest);
  if (names.length === 1) {
    return { train: await load(folder, names[0]!), test: null };
  }
  if (train.length !== 1 || test.length > 1) {
    throw new TypeError(
      `${folder} has ${names.join(", ")}, expected one file of pixels to ` +
        `train on, and at most one with "test" in its name`,
    );
  }
  return {
    train: await load(folder, train[0]!),
    test: await load(folder, test[0]!),
  };
}

async function load(folder: string, name: string) {
  const path = join(folder, name);
  const { size } = await Deno.stat(path);
  if (size > LARGEST) {
    throw new TypeError(
      `${path}: ${size} bytes, expected at most ${LARGEST}: use IDX files`,
    );
  }
  const dataset = readPixelCsv(path, await Deno.readTextFile(path));
  return isEmnist(name) ? transposed(dataset) : dataset;
}

async function firstLine(path: string): Promise<string> {
  using file = await Deno.open(path);
  const bytes = new Uint8Array(HEADER_BYTES);
  let length = 0;
  for (;;) {
    const read = await file.read(bytes.subarray(length));
    if (!read) break;
    length += read;
  }
  return new TextDecoder().decode(bytes.subarray(0, length)).split(/\r?\n/)[0]!;
}
