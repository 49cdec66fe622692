/**
 * Labelled pictures as training images. Each goes through the same normalization
 * as a picture sent to the service, so that training sees what serving will.
 *
 * @module
 */

import { isAbsolute, join, relative } from "node:path";
import {
  createPictureDecoder,
  type PictureDecoder,
} from "../../src/image/decode.ts";
import { normalize } from "../../src/image/normalize/normalize.ts";
import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import type { Dataset } from "./dataset.ts";
import type { LabelledFile } from "./labels_csv.ts";

/**
 * Loads pictures, PNG, JPEG or WebP, of any size.
 *
 * @param folder Where they are; files are named relative to it.
 * @throws {TypeError} If a file is missing.
 * @throws {SyntaxError} If a picture can't be decoded.
 * @throws {RangeError} If a picture is blank, or a file is not in the folder.
 */
export async function loadPictures(
  folder: string,
  files: readonly LabelledFile[],
): Promise<Dataset> {
  const decode = createPictureDecoder();
  const images = new Uint8Array(files.length * IMAGE_PIXELS);
  for (const [i, { file }] of files.entries()) {
    images.set(await loadPicture(folder, file, decode), i * IMAGE_PIXELS);
  }
  return {
    images,
    labels: Uint8Array.from(files, ({ label }) => label),
    count: files.length,
  };
}

/**
 * Refuses names that lead out of the folder, because a list may come from
 * someone else.
 */
function pathWithin(folder: string, file: string): string {
  const path = join(folder, file);
  const inside = relative(folder, path);
  if (isAbsolute(file) || inside.startsWith("..") || isAbsolute(inside)) {
    throw new RangeError(`${file} is not in ${folder}, expected a file within`);
  }
  return path;
}

async function loadPicture(
  folder: string,
  file: string,
  decode: PictureDecoder,
): Promise<Uint8Array> {
  const bytes = await readPictureFile(folder, file);
  const path = join(folder, file);
  const picture = await decodeFile(path, bytes, decode);
  const { pixels, box } = normalize(picture);
  if (box === null) {
    throw new RangeError(`${path}: the picture is blank, expected a digit`);
  }
  return pixels;
}

/**
 * Reads a picture's file.
 *
 * @param folder Where it is.
 * @param file Its path within the folder.
 * @throws {TypeError} If it is missing, or a folder.
 * @throws {RangeError} If it is not in the folder.
 */
export async function readPictureFile(
  folder: string,
  file: string,
): Promise<Uint8Array> {
  const path = pathWithin(folder, file);
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new TypeError(`${path} is missing, expected a picture`);
    }
    if (error instanceof Deno.errors.IsADirectory) {
      throw new TypeError(`${path} is a folder, expected a picture`);
    }
    throw error;
  }
}

async function decodeFile(
  path: string,
  bytes: Uint8Array,
  decode: PictureDecoder,
) {
  try {
    return await decode(bytes);
  } catch (cause) {
    const { message } = cause as Error;
    throw new SyntaxError(`${path}: ${message}`, { cause });
  }
}
