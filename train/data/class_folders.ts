/**
 * Pictures in folders named after their digit: `0/` to `9/`, either at the top
 * or in a training and a test folder.
 *
 * @module
 */

import { join } from "node:path";
import { CLASSES } from "../../src/network/numbers.ts";
import type { LoadedData } from "./dataset.ts";
import type { LabelledFile } from "./labels_csv.ts";
import { loadPictures } from "./pictures.ts";

/** Usual names of training and test folders. */
const PARTS = [
  { train: "train", test: "test" },
  { train: "training", test: "testing" },
];

/** What file managers leave behind. */
const LEFT_BEHIND = new Set(["Thumbs.db", "desktop.ini"]);

/**
 * Whether a folder has pictures by digit.
 *
 * @param folders Names of the folders in it.
 */
export function hasClassFolders(folders: ReadonlySet<string>): boolean {
  return hasDigits(folders) || PARTS.some(({ train }) => folders.has(train));
}

/**
 * Loads every picture in the folders of digits.
 *
 * @param folders Names of the folders in it.
 * @throws {TypeError} If there is no folder of a digit.
 * @throws {SyntaxError} If a picture can't be decoded.
 * @throws {RangeError} If a picture is blank.
 */
export async function loadClassFolders(
  folder: string,
  folders: ReadonlySet<string>,
): Promise<LoadedData> {
  const load = async (path: string) =>
    await loadPictures(path, await listDigits(path));
  if (hasDigits(folders)) return { train: await load(folder), test: null };
  const { train, test } = PARTS.find(({ train }) => folders.has(train))!;
  return {
    train: await load(join(folder, train)),
    test: folders.has(test) ? await load(join(folder, test)) : null,
  };
}

/** The files in a folder's folders of digits, in order. */
async function listDigits(folder: string): Promise<LabelledFile[]> {
  const files: LabelledFile[] = [];
  let digits = 0;
  for (let label = 0; label < CLASSES; label++) {
    const names: string[] = [];
    try {
      for await (const entry of Deno.readDir(join(folder, String(label)))) {
        const hidden = entry.name.startsWith(".") ||
          LEFT_BEHIND.has(entry.name);
        if (!entry.isDirectory && !hidden) names.push(entry.name);
      }
    } catch (error) {
      const isNoFolder = error instanceof Deno.errors.NotFound ||
        error instanceof Deno.errors.NotADirectory;
      if (isNoFolder) continue;
      throw error;
    }
    digits++;
    for (const name of names.sort()) {
      files.push({ file: join(String(label), name), label });
    }
  }
  if (digits === 0) {
    throw new TypeError(
      `${folder} has no folders 0 to 9, expected one with pictures per digit`,
    );
  }
  return files;
}

function hasDigits(folders: ReadonlySet<string>): boolean {
  return Array.from({ length: CLASSES }, (_, digit) => String(digit))
    .some((digit) => folders.has(digit));
}
