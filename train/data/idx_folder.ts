/**
 * A folder of IDX files, named as MNIST's are, plain or gzipped.
 *
 * @module
 */

import { join } from "node:path";
import type { Dataset } from "./dataset.ts";
import { gunzip } from "./gunzip.ts";
import { type IdxFile, readIdx } from "./idx.ts";

/** Most bytes of an inflated file: 650,000 images. */
const LARGEST = 512 * 1024 * 1024;

/** Data that comes with, or without, a test set of its own. */
export interface LoadedData {
  /** To train and validate on; to test on too, if there is no test set. */
  readonly train: Dataset;
  /** The test set, or null. */
  readonly test: Dataset | null;
}

/**
 * Whether a folder has IDX files.
 *
 * @param names Names of the files in the folder.
 */
export function hasIdxFiles(names: ReadonlySet<string>): boolean {
  return candidates("train", "images").some((name) => names.has(name));
}

/**
 * Loads `train-images-idx3-ubyte` and `train-labels-idx1-ubyte`, and `t10k-…` if there:
 * each also with a dot for the second hyphen, and with `.gz`.
 *
 * @param folder Where they are.
 * @param names Names of the files in the folder.
 * @throws {TypeError} If one of a pair is missing, or a pair does not match.
 * @throws {SyntaxError} If a file is malformed.
 * @throws {RangeError} If a label is not a digit, or a file inflates too far.
 */
export async function loadIdxFolder(
  folder: string,
  names: ReadonlySet<string>,
): Promise<LoadedData> {
  const train = await loadPair(folder, names, "train");
  const hasTest = ["images", "labels"].some((kind) =>
    candidates("t10k", kind).some((name) => names.has(name))
  );
  return {
    train,
    test: hasTest ? await loadPair(folder, names, "t10k") : null,
  };
}

async function loadPair(
  folder: string,
  names: ReadonlySet<string>,
  part: string,
): Promise<Dataset> {
  const [images, labels] = await Promise.all([
    readFirst(folder, names, candidates(part, "images")),
    readFirst(folder, names, candidates(part, "labels")),
  ]);
  return readIdx(images, labels);
}

function candidates(part: string, kind: string): string[] {
  const rank = kind === "images" ? 3 : 1;
  return ["-", "."].flatMap((separator) => {
    const name = `${part}-${kind}${separator}idx${rank}-ubyte`;
    return [name, `${name}.gz`];
  });
}

async function readFirst(
  folder: string,
  names: ReadonlySet<string>,
  choices: readonly string[],
): Promise<IdxFile> {
  const name = choices.find((choice) => names.has(choice));
  if (name === undefined) {
    throw new TypeError(`${folder} has none of ${choices.join(", ")}`);
  }
  const path = join(folder, name);
  const bytes = await Deno.readFile(path);
  return {
    name: path,
    bytes: name.endsWith(".gz") ? await gunzip(path, bytes, LARGEST) : bytes,
  };
}
