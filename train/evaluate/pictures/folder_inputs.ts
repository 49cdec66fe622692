/**
 * Labelled pictures of a folder.
 *
 * @module
 */

import { join } from "node:path";
import { createPictureDecoder } from "../../../src/image/decode.ts";
import { type LabelledFile, parseLabelsCsv } from "../../data/labels_csv.ts";
import { readPictureFile } from "../../data/pictures.ts";
import type { LabelledInput } from "./tally.ts";

/**
 * Reads the pictures listed in a `labels.csv` (`file,label`); without one,
 * those whose names end with a hyphen and their digit, such as `frame-7.png`.
 *
 * @returns The pictures, and why others of them can't be decoded.
 * @throws {TypeError} If the folder has no labelled pictures, or the list names
 *   a file that is missing or elsewhere.
 * @throws {SyntaxError} If the list is malformed.
 */
export async function readFolder(
  folder: string,
): Promise<{ inputs: LabelledInput[]; refused: string[] }> {
  const decode = createPictureDecoder();
  const inputs: LabelledInput[] = [];
  const refused: string[] = [];
  for (const { file, label } of await labelsOf(folder)) {
    const bytes = await readPictureFile(folder, file);
    try {
      inputs.push({ name: file, label, image: await decode(bytes) });
    } catch (error) {
      refused.push(
        `${file}: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  return { inputs, refused };
}

async function labelsOf(folder: string): Promise<LabelledFile[]> {
  const list = join(folder, "labels.csv");
  try {
    return parseLabelsCsv(list, await Deno.readTextFile(list));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const files: LabelledFile[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const digit = /-(\d)\.(png|jpe?g|webp)$/i.exec(name)?.[1];
    if (digit !== undefined) files.push({ file: name, label: Number(digit) });
  }
  if (files.length === 0) {
    throw new TypeError(
      `${folder} has no labelled pictures, expected a labels.csv, or names ` +
        `that end with a hyphen and the digit (frame-7.png)`,
    );
  }
  return files.sort((a, b) => a.file < b.file ? -1 : 1);
}
