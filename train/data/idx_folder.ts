/**
 * A folder of IDX files with MNIST's or EMNIST's names, plain or gzipped.
 *
 * @module
 */

import { join } from "node:path";
import type { Dataset, LoadedData } from "./dataset.ts";
import { EMNIST_SPLITS, isEmnist, transposed } from "./emnist.ts";
import { gunzip } from "./gunzip.ts";
import { type IdxFile, readIdx } from "./idx.ts";

/** Most bytes of an inflated file: 650,000 images. */
const LARGEST = 512 * 1024 * 1024;

/** Beginnings of the names of a training and a test set, in order of preference. */
const SETS = [
  { train: "train", test: "t10k" },
  ...EMNIST_SPLITS.map((split) => ({
    train: `emnist-${split}-train`,
    test: `emnist-${split}-test`,
  })),
];

/**
 * Whether a folder has IDX files.
 *
 * @param names Names of the files in the folder.
 */
export function hasIdxFiles(names: ReadonlySet<string>): boolean {
  return findSet(names) !== undefined;
}

/**
 * Loads `train-images-idx3-ubyte` and `train-labels-idx1-ubyte`, and `t10k-…` if
 * there, or EMNIST's files of digits, whose images are transposed. Each name may
 * have a dot for the second hyphen, and `.gz` at the end.
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
  const { train, test } = findSet(names) ?? SETS[0]!;
  return {
    train: await loadPair(folder, names, train),
    test: hasPart(names, test) ? await loadPair(folder, names, test) : null,
  };
}

function findSet(names: ReadonlySet<string>) {
  return SETS.find(({ train }) => hasPart(names, train));
}

/** Whether there is at least one file of a pair. */
function hasPart(names: ReadonlySet<string>, part: string): boolean {
  return ["images", "labels"].some((kind) =>
    candidates(part, kind).some((name) => names.has(name))
  );
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
  const dataset = readIdx(images, labels);
  return isEmnist(part) ? transposed(dataset) : dataset;
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
