/**
 * Your own data: a folder of labelled digits, in one of the common forms.
 *
 * @module
 */

import { join } from "node:path";
import { checkImages } from "./check_images.ts";
import { hasClassFolders, loadClassFolders } from "./class_folders.ts";
import type { LoadedData } from "./dataset.ts";
import { hasIdxFiles, loadIdxFolder } from "./idx_folder.ts";
import { parseLabelsCsv } from "./labels_csv.ts";
import { loadPictures } from "./pictures.ts";
import { loadPixelCsvFolder, pixelCsvNames } from "./pixel_csv_folder.ts";

/** Name of the list of pictures. */
const LABELS_FILE = "labels.csv";

/**
 * Loads a folder's digits; detects the form.
 *
 * @throws {Deno.errors.NotFound} If the folder is missing.
 * @throws {TypeError} If no form matches or several do, or a file is missing or
 *   does not match another.
 * @throws {SyntaxError} If a file is malformed.
 * @throws {RangeError} If a label is not a digit, an image is blank or most are
 *   inverted.
 */
export async function loadFolder(folder: string): Promise<LoadedData> {
  const files = new Set<string>();
  const folders = new Set<string>();
  for await (const entry of Deno.readDir(folder)) {
    const { isDirectory } = entry.isSymlink
      ? await Deno.stat(join(folder, entry.name))
      : entry;
    (isDirectory ? folders : files).add(entry.name);
  }
  const pixelFiles = await pixelCsvNames(folder, files);
  const forms = [
    {
      form: "IDX files",
      found: hasIdxFiles(files),
      load: () => loadIdxFolder(folder, files),
    },
    {
      form: `a ${LABELS_FILE}`,
      found: files.has(LABELS_FILE),
      load: () => loadListed(folder),
    },
    {
      form: "a CSV of pixels",
      found: pixelFiles.length > 0,
      load: () => loadPixelCsvFolder(folder, pixelFiles),
    },
    {
      form: "folders 0 to 9 of pictures",
      found: hasClassFolders(folders),
      load: () => loadClassFolders(folder, folders),
    },
  ];
  const [only, ...others] = forms.filter(({ found }) => found);
  if (only === undefined) {
    throw new TypeError(
      `${folder} has no digits in a known form, expected one of: IDX files ` +
        `(train-images-idx3-ubyte, …), a ${LABELS_FILE} with pictures, a CSV ` +
        `of pixels (label,pixel0,…), folders 0 to 9 of pictures`,
    );
  }
  if (others.length > 0) {
    const found = [only, ...others].map(({ form }) => form);
    throw new TypeError(
      `${folder} has ${found.join(" and ")}, expected one of them`,
    );
  }
  const data = await only.load();
  checkImages(folder, data.train);
  if (data.test) checkImages(`${folder}, the test set`, data.test);
  return data;
}

async function loadListed(folder: string): Promise<LoadedData> {
  const list = join(folder, LABELS_FILE);
  const files = parseLabelsCsv(list, await Deno.readTextFile(list));
  return { train: await loadPictures(folder, files), test: null };
}
