/**
 * The data of a run, whatever its source, in its three parts.
 *
 * @module
 */

import type { Dataset } from "./dataset.ts";
import { loadFolder } from "./folder.ts";
import { loadMnist } from "./mnist.ts";
import { MNIST_VALIDATION_COUNT, splitDataset } from "./split.ts";

/** The source of the published MNIST. */
export const MNIST = "MNIST";

/** Three datasets without an image in common. */
export interface DataParts {
  /** Where they came from, for reports. */
  readonly source: string;
  /** To learn from. */
  readonly training: Dataset;
  /** For choices: epoch, threshold, architecture. */
  readonly validation: Dataset;
  /** For the final report, never used for choices. */
  readonly test: Dataset;
}

/** Share of your own images that is held out for each of validation and test. */
const HELD_OUT_SHARE = 0.1;

/** Minimum number of images: with fewer, a held-out tenth says nothing. */
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
    source: MNIST,
    training: split.train,
    validation: split.validation,
    test,
  };
}

/**
 * Loads your own data, in any form that `loadFolder` reads. The test set is the
 * folder's own if it has one, else a tenth of the images; validation is a tenth
 * of what remains. Both are chosen by a fixed seed.
 *
 * @param folder Where it is.
 * @throws {Error} As `loadFolder` does.
 * @throws {RangeError} If there are fewer than 20 images, all of them show one
 *   digit, or the test set is empty.
 */
export async function loadFolderParts(folder: string): Promise<DataParts> {
  const { train, test } = await loadFolder(folder);
  if (train.count < FEWEST) {
    throw new RangeError(
      `${folder} has ${train.count} images to train on, expected at least ${FEWEST}`,
    );
  }
  if (new Set(train.labels).size < 2) {
    throw new RangeError(
      `${folder}: all images are labelled ${
        train.labels[0]
      }, expected at least two digits`,
    );
  }
  if (test?.count === 0) {
    throw new RangeError(`${folder}: the test set has no images`);
  }
  const outer = test === null ? holdOut(train) : { train, validation: test };
  const inner = holdOut(outer.train);
  return {
    // A folder that happens to have this name is not the published data.
    source: folder === MNIST ? `./${folder}` : folder,
    training: inner.train,
    validation: inner.validation,
    test: outer.validation,
  };
}

function holdOut(dataset: Dataset) {
  return splitDataset(dataset, Math.round(dataset.count * HELD_OUT_SHARE));
}
