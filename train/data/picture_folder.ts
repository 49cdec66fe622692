/**
 * A folder of pictures with a labels.csv. Each goes through the same normalization as a
 * picture sent to the service, so that training sees what serving will.
 *
 * @module
 */

import { isAbsolute, join, relative } from "node:path";
import { decodePicture } from "../../src/image/decode.ts";
import { normalize } from "../../src/image/normalize/normalize.ts";
import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import type { Dataset } from "./dataset.ts";
import { parseLabelsCsv } from "./labels_csv.ts";

/** Name of the list. */
export const LABELS_FILE = "labels.csv";

/**
 * Loads the pictures that a folder's labels.csv lists, PNG or JPEG, of any size.
 *
 * @param folder Where the list is; files are named relative to it.
 * @throws {Deno.errors.NotFound} If a file is missing; the message names it.
 * @throws {SyntaxError} If the list is malformed or a picture can't be decoded.
 * @throws {RangeError} If a label is not a digit, a picture is blank, or a file is not in the
 * folder.
 */
export async function loadPictureFolder(folder: string): Promise<Dataset> {
  const list = join(folder, LABELS_FILE);
  const files = parseLabelsCsv(list, await Deno.readTextFile(list));
  const images = new Uint8Array(files.length * IMAGE_PIXELS);
  for (const [i, { file }] of files.entries()) {
    const path = pathWithin(folder, file);
    images.set(await loadPicture(path), i * IMAGE_PIXELS);
  }
  return {
    images,
    labels: Uint8Array.from(files, ({ label }) => label),
    count: files.length,
  };
}

/** Refuses names that lead elsewhere: a list may come from someone else. */
function pathWithin(folder: string, file: string): string {
  const path = join(folder, file);
  const inside = relative(folder, path);
  if (isAbsolute(file) || inside.startsWith("..") || isAbsolute(inside)) {
    throw new RangeError(`${file} is not in ${folder}, expected a file within`);
  }
  return path;
}

async function loadPicture(path: string): Promise<Uint8Array> {
  const bytes = await Deno.readFile(path);
  const { pixels, box } = normalize(await decode(path, bytes));
  if (box === null) {
    throw new RangeError(`${path}: the picture is blank, expected a digit`);
  }
  return pixels;
}

async function decode(path: string, bytes: Uint8Array) {
  try {
    return await decodePicture(bytes);
  } catch (cause) {
    const { message } = cause as Error;
    throw new SyntaxError(`${path}: ${message}`, { cause });
  }
}
