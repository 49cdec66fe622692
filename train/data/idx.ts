/**
 * The IDX format of MNIST's files: a magic number, the dimensions as big-endian
 * 32-bit integers, then unsigned bytes (LeCun, Cortes and Burges, "The MNIST
 * database"). Takes bytes, not paths, and no compression: folder.ts inflates.
 *
 * @module
 */

import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../src/network/numbers.ts";
import type { Dataset } from "./dataset.ts";

/** Unsigned bytes in three dimensions: images, rows, columns. */
const IMAGES_MAGIC = 0x00000803;

/** Unsigned bytes in one dimension: labels. */
const LABELS_MAGIC = 0x00000801;

/** One IDX file: its bytes, and its name for error messages. */
export interface IdxFile {
  /** Path or name, for error messages. */
  readonly name: string;
  /** The whole file, inflated. */
  readonly bytes: Uint8Array;
}

/**
 * Reads a file of images.
 *
 * @returns The pixels, 784 bytes per image; a view of the file's bytes.
 * @throws {SyntaxError} If the magic is wrong, or the file longer or shorter than it says.
 * @throws {TypeError} If the images are not 28x28.
 */
export function readIdxImages(file: IdxFile): Uint8Array {
  const [count, rows, columns] = readDimensions(file, IMAGES_MAGIC, 3);
  if (rows !== IMAGE_SIZE || columns !== IMAGE_SIZE) {
    throw new TypeError(
      `${file.name}: the images are ${rows}x${columns}, expected ${IMAGE_SIZE}x${IMAGE_SIZE}`,
    );
  }
  return readItems(
    file,
    16,
    count! * IMAGE_PIXELS,
    `${count} images of ${IMAGE_PIXELS} bytes`,
  );
}

/**
 * Reads a file of labels.
 *
 * @returns One byte per label, 0 to 9; a view of the file's bytes.
 * @throws {SyntaxError} If the magic is wrong, or the file longer or shorter than it says.
 * @throws {RangeError} If a label is not a digit.
 */
export function readIdxLabels(file: IdxFile): Uint8Array {
  const [count] = readDimensions(file, LABELS_MAGIC, 1);
  const labels = readItems(file, 8, count!, `${count} labels`);
  const wrong = labels.findIndex((label) => label >= CLASSES);
  if (wrong >= 0) {
    throw new RangeError(
      `${file.name}: label ${wrong} is ${labels[wrong]}, expected 0 to ${
        CLASSES - 1
      }`,
    );
  }
  return labels;
}

/**
 * Reads a pair of files.
 *
 * @throws {SyntaxError} If a file is malformed.
 * @throws {TypeError} If the images are not 28x28, or not as many as the labels.
 * @throws {RangeError} If a label is not a digit.
 *
 * @example
 * ```ts
 * import { readIdx } from "./idx.ts";
 * import assert from "node:assert/strict";
 *
 * const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28, ...new Uint8Array(784));
 * const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 7);
 * const dataset = readIdx({ name: "images", bytes: images }, { name: "labels", bytes: labels });
 * assert.equal(dataset.labels[0], 7);
 * ```
 */
export function readIdx(imagesFile: IdxFile, labelsFile: IdxFile): Dataset {
  const images = readIdxImages(imagesFile);
  const labels = readIdxLabels(labelsFile);
  const count = images.length / IMAGE_PIXELS;
  if (labels.length !== count) {
    throw new TypeError(
      `${labelsFile.name} has ${labels.length} labels, expected ${count}: ` +
        `as many as ${imagesFile.name} has images`,
    );
  }
  return { images, labels, count };
}

function readDimensions(file: IdxFile, magic: number, rank: number): number[] {
  const { name, bytes } = file;
  const header = 4 + 4 * rank;
  if (bytes.length < header) {
    throw new SyntaxError(
      `${name}: ${bytes.length} bytes, expected a header of ${header}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = view.getUint32(0);
  if (found !== magic) {
    throw new SyntaxError(
      `${name}: the magic number is ${hex(found)}, expected ${hex(magic)}`,
    );
  }
  return Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
}

function readItems(
  file: IdxFile,
  header: number,
  length: number,
  what: string,
): Uint8Array {
  const found = file.bytes.length - header;
  if (found !== length) {
    const problem = found < length ? "truncated" : "trailing bytes";
    throw new SyntaxError(
      `${file.name}: ${problem}: ${found} bytes after the header, expected ${length} (${what})`,
    );
  }
  return file.bytes.subarray(header);
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, "0")}`;
}
