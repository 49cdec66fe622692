/**
 * The data of a run, whatever its source, in its three parts.
 *
 * @module
 */

import type { Dataset } from "./dataset.ts";
import { hasIdxFiles, type LoadedData, loadIdxFolder } from "./idx_folder.ts";
import { loadMnist } from "./mnist.ts";
import { LABELS_FILE, loadPictureFolder } from "./picture_folder.ts";
import { MNIST_VALIDATION_COUNT, splitDataset } from "./split.ts";

/** Three datasets without an image in common. */
export interface DataParts {
  /** Where they came from, for reports. */
  readonly source: string;
  /** To learn from. */
  readonly training: Dataset;
  /** To choose by: epoch, threshold, architecture. */
  readonly validation: Dataset;
  /** To report on, at the end; nothing is chosen by it. */
  readonly test: Dataset;
}

/** Share of one's own images that is held out for each of validation and test. */
const HELD_OUT_SHARE = 0.1;

/** Fewest images of one's own: below, a held-out tenth says nothing. */
const FEWEST = 20;

/**
 * Loads MNIST: 55,000 images to train on, 5,000 to validate, and its own 10,000 to test.
 *
 * @throws {Deno.errors.NotFound} If a file is missing.
 * @throws {Error} If a file is not as published.
 */
export async function loadMnistParts(): Promise<DataParts> {
  const { train, test } = await loadMnist();
  const split = splitDataset(train, MNIST_VALIDATION_COUNT);
  return {
    source: "MNIST",
    training: split.train,
    validation: split.validation,
    test,
  };
}

/**
 * Loads one's own data: IDX files, or pictures with a labels.csv. The test set is the `t10k`
 * files if there are any, else a tenth of the images; validation is a tenth of what
 * remains. Both are chosen by a fixed seed.
 *
 * @param folder Where it is.
 * @throws {Deno.errors.NotFound} If the folder or a file in it is missing.
 * @throws {TypeError} If the folder has data of neither kind or of both, or labels
 * that don't match the images.
 * @throws {SyntaxError} If a file is malformed.
 * @throws {RangeError} If a label is not a digit, or there are fewer than 20 images.
 */
export async function loadFolderParts(folder: string): Promise<DataParts> {
  const { train, test } = await loadFolder(folder);
  if (train.count < FEWEST) {
    throw new RangeError(
      `${folder} has ${train.count} images, expected at least ${FEWEST}`,
    );
  }
  const outer = test === null ? holdOut(train) : { train, validation: test };
  const inner = holdOut(outer.train);
  return {
    source: folder,
    training: inner.train,
    validation: inner.validation,
    test: outer.validation,
  };
}

async function loadFolder(folder: string): Promise<LoadedData> {
  const names = new Set<string>();
  for await (const entry of Deno.readDir(folder)) names.add(entry.name);
  const idx = hasIdxFiles(names);
  const pictures = names.has(LABELS_FILE);
  if (idx === pictures) {
    throw new TypeError(
      `${folder} has ${
        idx ? "both" : "neither"
      } of IDX files (train-images-idx3-ubyte, …) ` +
        `and a ${LABELS_FILE}, expected one of them`,
    );
  }
  if (idx) return await loadIdxFolder(folder, names);
  return { train: await loadPictureFolder(folder), test: null };
}

function holdOut(dataset: Dataset) {
  return splitDataset(dataset, Math.round(dataset.count * HELD_OUT_SHARE));
}
